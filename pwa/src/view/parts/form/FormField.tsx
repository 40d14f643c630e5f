import { useEffect } from "preact/hooks";
import { _ } from "../../../i18n/index.ts";
import type { Asked } from "./asked.ts";
import { Choices } from "./Choices.tsx";
import { OwnWords } from "./OwnWords.tsx";
import { bringRare, isRare, rare } from "./rare.ts";

/** What one answers with, by the type of the question and how the form wants it shown. */
export function FormField(asked: Asked) {
  const { item } = asked.node;
  if (isRare(asked.node)) return <Rarely {...asked} />;
  return item.type === "text" ? <OwnWords {...asked} /> : <Choices {...asked} />;
}

function Rarely(asked: Asked) {
  const Found = rare.value;
  useEffect(() => {
    if (!Found) bringRare().catch(() => undefined);
  }, [Found]);
  return Found ? <Found {...asked} /> : <p class="quiet">{_("Just a moment …")}</p>;
}
