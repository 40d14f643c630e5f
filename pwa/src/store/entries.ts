import { computed } from "@preact/signals";
import {
  chosen,
  type Entry,
  type EntryKind,
  isEntry,
  joined,
  type Joined,
  type Marked,
  marked,
  MOST_ENTRIES,
  sameWords,
  type WordField,
  wordsOf,
} from "../domain/entry.ts";
import { instant, uuid7 } from "../domain/ids.ts";
import { basesOf, content, documents, headsOf, missing, newVersion, stay, versionsOf } from "./documents.ts";
import { writer } from "./form.ts";
import { type Draft, type EntryDraft, type Held, inTurn, keep, onLeave, rooms } from "./here.ts";

/** One entry of the list as it stands now. */
export interface Listed<E extends Entry = Entry> extends Joined<E> {
  readonly document: string;
  /** Removed in one place and changed in another meanwhile: it stands. */
  readonly cameBack: boolean;
}
type OfKind<K extends EntryKind> = Extract<Entry, { resourceType: K }>;

function listedNow(document: string): Listed | undefined {
  const contents = contentsOf(document);
  const heads = headsOf(document);
  const now = joined(basesOf(document), contents, heads);
  if (!now) return undefined;
  const cameBack = !now.entry.removed && heads.some((head) => contents.get(head)?.removed);
  return { document, cameBack, ...now };
}

function contentsOf(document: string): Map<string, Entry> {
  return new Map(
    versionsOf(document).flatMap((held) => {
      const said = content(held);
      return isEntry(said) ? [[held.version, said] as const] : [];
    }),
  );
}

/** Of every stay, in the order they were written down. */
const ever = computed<readonly Listed[]>(() => [...documents()].sort().flatMap((document) => listedNow(document) ?? []));
const all = computed(() => ever.value.filter(({ entry }) => entry.encounter === stay.value?.id));

const standing = <K extends EntryKind>(among: readonly Listed[], kind: K): readonly Listed<OfKind<K>>[] =>
  among.filter((one): one is Listed<OfKind<K>> => one.entry.resourceType === kind && !one.entry.removed);

export const entries = <K extends EntryKind>(kind: K): readonly Listed<OfKind<K>>[] => standing(all.value, kind);

/** From the last stay in which there were any, while there are none in this one. */
export function before<K extends EntryKind>(kind: K): readonly Listed<OfKind<K>>[] {
  const earlier = entries(kind).length > 0 ? [] : standing(ever.value, kind);
  const last = earlier.at(-1)?.entry.encounter;
  return earlier.filter(({ entry }) => entry.encounter === last);
}

/** The same on the list of this stay; a confirmation belongs to the stay it was given in. */
export function takeAlong(found: readonly Listed[]): Promise<void> {
  return inTurn(async () => {
    const encounter = stay.value?.id ?? "";
    const made = await Promise.all(found.map(({ entry }) => newVersion(uuid7(), { ...unconfirmed(entry), encounter } as Entry, [])));
    await keep(made.flat());
  });
}
export const listed = (document: string): Listed | undefined => all.value.find((one) => one.document === document);
export const full = computed(() => all.value.filter(({ entry }) => !entry.removed).length >= MOST_ENTRIES);

/** Ticked off, removed, or back again: the words stay as they are. Nobody carries a confirmation on from a phone. */
export const mark = (document: string, change: Partial<Entry>): Promise<void> =>
  write(document, () => marked(basesOf(document), contentsOf(document), headsOf(document), { confirmed: undefined, ...change } as Partial<Entry>));

/** Of what was written differently in one field, a person chooses what stands. */
export const choose = (document: string, field: WordField, words: string): Promise<void> =>
  write(document, () => chosen(basesOf(document), contentsOf(document), headsOf(document), field, words));

const write = (document: string, made: () => readonly Marked[]): Promise<void> =>
  inTurn(async () => {
    const kept = await Promise.all(made().map(({ base, content }) => newVersion(document, content, base)));
    await keep(kept.flat());
  });

/** Entries that are being written, the oldest first: of one that stands already, or of one that is new. */
export const begun = (wanted: (draft: EntryDraft) => boolean): readonly (readonly [key: string, draft: EntryDraft])[] =>
  [...rooms.drafts.value]
    .flatMap(([key, { entry }]) => (entry && wanted(entry) ? [[key, entry] as const] : []))
    // The disk gives them in no order; keys tell the time.
    .sort(([one], [other]) => (one < other ? -1 : 1));

/** What this tab has put under each key. */
const written = new Map<string, string>();
onLeave(() => written.clear());

/** Goes on where a draft lies: from now on this tab may write over it. */
export const adopt = (key: string, draft: EntryDraft): void => void written.set(key, JSON.stringify(draft));

/**
 * Keeps what is being written, and gives the key under which it lies: another tab that writes the same entry keeps its
 * own words, and ours get a place of their own. Without words, or when nothing was changed, no draft is left.
 */
export function hold(key: string, draft: EntryDraft): Promise<string> {
  return inTurn(async () => {
    const there = rooms.drafts.value.get(key);
    const own = there === undefined || JSON.stringify(there.entry) === written.get(key) ? key : uuid7();
    const stands = listed(draft.document)?.entry;
    const same = stands ? sameWords(stands, draft.content) : wordsOf(draft.content).size === 0;
    await keep([same ? { room: "drafts", key: own } : { room: "drafts", key: own, body: asDraft(draft) }]);
    written.set(own, JSON.stringify(draft));
    return own;
  });
}

/** As a draft among the others: its words are an answer, so that whatever saves or shows drafts has them. */
export const asDraft = (entry: EntryDraft): Draft => ({
  form: "list",
  linkId: entry.document,
  items: [...wordsOf(entry.content)].map(([linkId, words]) => ({
    linkId,
    answer: [{ valueString: words }],
    saidBy: writer(),
    writtenBy: writer(),
    authored: instant(),
  })),
  audience: "all",
  was: [],
  wasAudience: "all",
  entry,
});

/** What was written becomes a version, on what was seen when it was begun: what others wrote meanwhile stands beside it. */
export function put(key: string, { document, base, content: said }: EntryDraft): Promise<void> {
  return inTurn(async () => {
    const was = rooms.drafts.value.get(key);
    await keep([...(await newVersion(document, unconfirmed(said), base)), { room: "drafts", key, ...(was && { was }) }]);
    written.delete(key);
  });
}

/** The person does not want what was begun. */
export const drop = (key: string): Promise<void> => inTurn(() => keep([{ room: "drafts", key }]));

/** What is half written, as versions that could be handed in: for a rescue copy. */
export async function begunVersions(): Promise<Held[]> {
  const made = await Promise.all(begun(() => true).map(([, { document, base, content: said }]) => newVersion(document, unconfirmed(said), base)));
  return made.flat().flatMap((change) => (change.room === "versions" && change.body ? [change.body] : []));
}

const unconfirmed = (said: Entry): Entry => {
  const { confirmed: _fallen, ...words } = said as Entry & { confirmed?: unknown };
  return words as Entry;
};

/** Entries in several places of which this phone does not know what they were written on. */
export const entryGaps = (): string[] =>
  all.value.flatMap(({ document }) => (headsOf(document).length > 1 && missing(document).length > 0 ? [document] : []));
