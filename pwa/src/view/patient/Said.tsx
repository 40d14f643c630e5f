import type { ComponentChildren } from "preact";
import type { ResponseItem } from "../../domain/wire.ts";
import { Words } from "../parts/Words.tsx";
import { called, own as isOwn } from "./form/saidBy.ts";
import { words } from "./form/words.ts";

/** One statement: the person's own sentence in the look of own words; what was ticked off as plain text. */
export function Said({ item, by, small = false }: { item: ResponseItem; by?: ComponentChildren; small?: boolean }) {
  const own = item.answer?.some(({ valueString }) => valueString);
  if (own) {
    return (
      <Words small={small} by={by} of={isOwn(item.saidBy) ? undefined : called(item.saidBy)}>
        {words(item)}
      </Words>
    );
  }
  return (
    <div>
      <p class={small ? "" : "chosen"}>{words(item)}</p>
      {by && <p class="quiet">{by}</p>}
    </div>
  );
}
