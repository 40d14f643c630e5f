import { goalOf, LEARN, type ModuleEntry } from "../../../domain/module.ts";
import type { OfferedModule } from "../../../domain/wire.ts";
import { statements } from "../../../store/answers.ts";
import { stay } from "../../../store/documents.ts";

/** `ticked`: what the person chose that led there, in the words it stood in. */
export interface Offer extends OfferedModule {
  readonly ticked?: string;
  /** What it was ticked about: a goal in the person's own words. */
  readonly goal?: string;
}

/** What somebody chose for this person, and then what fits what they ticked off themselves. Never a guess from free text. */
export function offers(modules: readonly ModuleEntry[]): Offer[] {
  const found = new Map<string, Offer>((stay.value?.modules ?? []).map((offer) => [offer.module, offer]));
  for (const { tag, ...why } of ticked()) {
    for (const { id, tags = [] } of modules) {
      if (tags.includes(tag) && !found.has(id)) found.set(id, { module: id, ...why });
    }
  }
  return [...found.values()];
}

/** What stands on this phone alone: a goal that was kept from whoever holds it is not among its words. */
function ticked(): { tag: string; ticked: string; goal: string }[] {
  return (stay.value?.forms ?? []).flatMap((form) => {
    const items = [...statements(form).values()].flatMap(({ items }) => items);
    return items.flatMap((item) =>
      (item.answer ?? []).flatMap(({ valueCoding: chosen }) =>
        chosen
          ? [{ tag: item.linkId === LEARN ? chosen.code : `${item.linkId}=${chosen.code}`, ticked: chosen.display || chosen.code, goal: goalOf(item, items) }]
          : [],
      ),
    );
  });
}
