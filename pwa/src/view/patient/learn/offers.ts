import { LEARN, type ModuleEntry } from "../../../domain/module.ts";
import type { OfferedModule } from "../../../domain/wire.ts";
import { statements } from "../../../store/answers.ts";
import { stay } from "../../../store/documents.ts";

/** `ticked`: what the person chose that led there, in the words it stood in. */
export interface Offer extends OfferedModule {
  readonly ticked?: string;
}

/** What somebody chose for this person, and then what fits what they ticked off themselves. Never a guess from free text. */
export function offers(modules: readonly ModuleEntry[]): Offer[] {
  const found = new Map<string, Offer>((stay.value?.modules ?? []).map((offer) => [offer.module, offer]));
  for (const { tag, words } of ticked()) {
    for (const { id, tags = [] } of modules) {
      if (tags.includes(tag) && !found.has(id)) found.set(id, { module: id, ticked: words });
    }
  }
  return [...found.values()];
}

function ticked(): { tag: string; words: string }[] {
  const items = (stay.value?.forms ?? []).flatMap((form) => [...statements(form).values()].flatMap(({ items }) => items));
  return items.flatMap(({ linkId, answer = [] }) =>
    answer.flatMap(({ valueCoding: chosen }) =>
      chosen ? [{ tag: linkId === LEARN ? chosen.code : `${linkId}=${chosen.code}`, words: chosen.display || chosen.code }] : [],
    ),
  );
}
