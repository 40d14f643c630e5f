import type { Module } from "../../../domain/module.ts";
import { _ } from "../../../i18n/index.ts";
import { Icon } from "../../parts/Icon.tsx";
import { draftWords } from "./Sources.tsx";

/** A draft says so on each of its screens: in full where one begins and ends, in a line where one reads on. */
export function Draft({ module, briefly = false }: { module: Module; briefly?: boolean }) {
  if (!module.draft) return null;
  return (
    <p class={briefly ? "quiet below-heading" : "notice"}>
      <span>
        <Icon name="pencil" /> {briefly ? _("This is a draft.") : draftWords(module)}
      </span>
    </p>
  );
}
