/**
 * What somebody who helps wrote and could not hand in, because it is no longer shared with them: their own words stay in
 * their hands, those of others go.
 */
import { isEntry, unsaid, wordsOf } from "../domain/entry.ts";
import { sha256, uuid7 } from "../domain/ids.ts";
import { bySpot, meaning } from "../domain/join.ts";
import { ancestors, heads } from "../domain/version.ts";
import type { Content, ResponseItem } from "../domain/wire.ts";
import { basesOf, content, response, versionsOf } from "./documents.ts";
import { asDraft } from "./entries.ts";
import { writer } from "./form.ts";
import { type Draft, type Held, type Keep, rooms } from "./here.ts";

type Items = readonly ResponseItem[];

/** What becomes of a document that may no longer be held here. */
export async function withheld(document: string): Promise<Keep[]> {
  const all = versionsOf(document);
  const waiting = all.filter(({ version }) => rooms.outbox.value.has(version));
  const received = all.filter((held) => !waiting.includes(held));
  const drafts = [...rooms.drafts.value].filter(([, { form, entry }]) => (entry ? entry.document : form) === document);
  return [
    ...received.map(({ version: key }): Keep => ({ room: "versions", key })),
    ...(await apart(waiting, received)),
    ...drafts.map(([key, draft]): Keep => ({ room: "drafts", key, ...onlyOwn(draft, received) })),
  ];
}

/**
 * Under new names, written on each other as before, and on nothing else: what they no longer hold must not look as if
 * it had been taken away.
 */
async function apart(waiting: readonly Held[], received: readonly Held[]): Promise<Keep[]> {
  const fresh = waiting.map(() => uuid7()).sort();
  const names = new Map(waiting.map(({ version }) => version).sort().map((version, place) => [version, fresh[place] ?? uuid7()]));
  const own = new Map(waiting.map((held) => [held.version, ownIn(held, received)]));
  const stands = (held: Held): boolean =>
    held.base.every((base) => names.has(base)) && JSON.stringify(own.get(held.version)) === held.text;
  if (waiting.every(stands)) return [];
  const last = heads(new Map(waiting.map(({ version, base }) => [version, base])));
  const empty = last.every((version) => saysNothing(own.get(version)));
  const kept = await Promise.all(
    (empty ? [] : waiting).map(async (held): Promise<Held> => {
      const text = JSON.stringify(own.get(held.version));
      const base = held.base.flatMap((name) => names.get(name) ?? []);
      return { ...held, version: names.get(held.version) ?? "", base, text, hash: await sha256(text) };
    }),
  );
  return [
    ...waiting.flatMap(({ version: key }): Keep[] => [{ room: "versions", key }, { room: "outbox", key }]),
    ...kept.flatMap((held): Keep[] => [
      { room: "versions", key: held.version, body: held },
      { room: "outbox", key: held.version, body: { attempts: 0, problem: "not-allowed" } },
    ]),
  ];
}

/** Of one version what its author has put into it and no server has received. */
function ownIn(held: Held, received: readonly Held[]): Content {
  const said = content(held);
  const bases = basesOf(held.id);
  const whole = [...ancestors(bases, held.version)].every((version) => bases.get(version)?.every((base) => bases.has(base)));
  if (said.resourceType === "QuestionnaireResponse") return { ...said, item: own(said.item ?? [], received, whole) };
  // Of an entry, only its way here tells whose words are whose.
  return isEntry(said) && whole ? unsaid(said, received.map(content).filter(isEntry)) : said;
}

/** `whole`: all that it was written on lies here, so that whatever is new in it is the author's, whatever name it bears. */
function own(items: Items, received: readonly Held[], whole: boolean): ResponseItem[] {
  const known = new Set(received.flatMap((held) => (response(held)?.item ?? []).map(keyOf)));
  const mine = items.filter(
    (item) => !known.has(keyOf(item)) && item.writtenBy.kind === "related" && (whole || item.writtenBy.name === writer().name),
  );
  const alone = new Set([...bySpot(mine)].flatMap(([link, several]) => (several.length === 1 ? [link] : [])));
  return mine.map(({ unsettled, ...item }) => (unsettled && !alone.has(item.linkId) ? { ...item, unsettled } : item));
}
const keyOf = (item: ResponseItem): string => `${item.linkId} ${meaning([item])}`;

function saysNothing(said: Content | undefined): boolean {
  if (said?.resourceType === "QuestionnaireResponse") return !said.item?.length;
  return said !== undefined && isEntry(said) && wordsOf(said).size === 0;
}

/** A draft without what stood there when it was begun. */
function onlyOwn(draft: Draft, received: readonly Held[]): { body?: Draft } {
  if (draft.entry) {
    const said = unsaid(draft.entry.content, received.map(content).filter(isEntry));
    return wordsOf(said).size > 0 ? { body: asDraft({ ...draft.entry, base: [], content: said }) } : {};
  }
  const items = own(draft.items, received, true);
  return items.length > 0 ? { body: { ...draft, items, was: [], wasAudience: draft.audience } } : {};
}
