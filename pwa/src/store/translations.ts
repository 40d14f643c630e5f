import { meaning, spot } from "../domain/join.ts";
import type { FormForStay, ResponseItem, Translation } from "../domain/wire.ts";
import { content, headsOf, response, versionsOf } from "./documents.ts";
import { type Held, rooms } from "./here.ts";

/** What somebody at the unit made of the words of one answer. */
export interface InOtherWords {
  readonly text: string;
  readonly of: Translation;
  readonly held: Held;
  /** The answer says something else now. */
  readonly earlier: boolean;
}

/** The translations of the answer at a spot; of two that were written beside each other, both. */
export function translationsOf({ shared, staff }: Pick<FormForStay, "shared" | "staff">, at: string, now: readonly ResponseItem[]): InOtherWords[] {
  return [...rooms.versions.value.values()].flatMap((held) => {
    const of = content(held);
    if (of.resourceType !== "Translation" || ![shared, staff].includes(of.document) || !headsOf(held.id).includes(held.version)) return [];
    const text = of.item?.find((item) => spot(item) === at)?.text;
    return text ? [{ text, of, held, earlier: !sawThese(of, at, now, held.recorded) }] : [];
  });
}

/** Whether the words were there to be translated; where this phone has not what was on screen, when they were written tells. */
function sawThese({ document, versions }: Translation, at: string, now: readonly ResponseItem[], translated: string): boolean {
  const seen = versionsOf(document).filter(({ version }) => versions.includes(version));
  const said = seen.flatMap((held) => (response(held)?.item ?? []).filter((item) => spot(item) === at));
  const there = new Set(said.map((item) => meaning([item])));
  return now.every((item) => there.has(meaning([item])) || (seen.length < versions.length && item.authored <= translated));
}
