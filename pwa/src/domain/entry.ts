/**
 * Joining an entry of the list that was written in several places at once: the twin of domain/entry_join.py.
 * Different words in the same field are all kept. That something is answered, removed or confirmed holds for just the
 * words it was said of: it loses against every change of words that was made meanwhile.
 */
import { history } from "./join.ts";
import type { Bases } from "./version.ts";
import type { Confirmation, ContactPoint, Content, MedicationStatement, VisitQuestion } from "./wire.ts";

export type Entry = VisitQuestion | MedicationStatement | ContactPoint;
export type EntryKind = Entry["resourceType"];

/** On one person's list; what was removed does not count. */
export const MOST_ENTRIES = 200;

const WORDS = {
  VisitQuestion: ["text", "answer"],
  MedicationStatement: ["medication", "dosage", "timing", "reason", "mark", "source", "note"],
  ContactPoint: ["name", "about", "phone"],
} as const satisfies Record<EntryKind, readonly string[]>;
export type WordField = (typeof WORDS)[EntryKind][number];

const CHOICES: ReadonlySet<string> = new Set(["mark", "source"]);
/** What is said of the words. */
const FLAGS = ["answered", "removed", "confirmed"] as const;

/** One of several that stand in the same field, and the version it first came in. */
export interface Statement {
  readonly field: WordField;
  readonly words: string;
  readonly version: string;
}
export interface Joined<E extends Entry = Entry> {
  readonly entry: E;
  /** The fields in which the places differ; there the entry holds all of the words. */
  readonly differing: readonly Statement[];
}

export const isEntry = (content: Content): content is Entry => content.resourceType in WORDS;

/** Field -> what stands there; an empty one says nothing. */
export function wordsOf(entry: Entry): Map<WordField, string> {
  const said = entry as unknown as Readonly<Record<string, string | undefined>>;
  return new Map(WORDS[entry.resourceType].flatMap((field) => (said[field] ? [[field, said[field]] as const] : [])));
}

export const sameWords = (one: Entry, other: Entry): boolean =>
  JSON.stringify([...wordsOf(one)]) === JSON.stringify([...wordsOf(other)]);

/** An entry with only those of its words that none of the others says; what was said of the words falls away. */
export function unsaid(entry: Entry, others: readonly Entry[]): Entry {
  const said = others.map(wordsOf);
  const left = [...wordsOf(entry)].filter(([field, words]) => !said.some((other) => other.get(field) === words));
  if (others.length === 0) return entry;
  const { resourceType, encounter } = entry;
  return { resourceType, encounter, [WORDS[resourceType][0]]: "", ...Object.fromEntries(left) } as unknown as Entry;
}

function flagsOf(entry: Entry): [string, string][] {
  const said = entry as unknown as Readonly<Record<string, unknown>>;
  return FLAGS.flatMap((flag) => (said[flag] ? [[flag, JSON.stringify(said[flag])]] : []));
}

export function joined(bases: Bases, contents: ReadonlyMap<string, Entry>, heads: Iterable<string>): Joined | undefined {
  const names = [...new Set(heads)].filter((name) => contents.has(name)).sort();
  const last = contents.get(names.at(-1) ?? "");
  if (!last || names.length === 1) return last && { entry: last, differing: [] };
  const said = new Map([...contents].map(([version, entry]) => [version, new Map<string, string>([...wordsOf(entry), ...flagsOf(entry)])]));
  const known = history(bases, said, names);
  const stands = WORDS[last.resourceType].map((field) => [field, statements(field)] as const);

  /** What stands in one field, each words once, in the order they came. */
  function statements(field: WordField): Statement[] {
    const first = new Map<string, string>();
    for (const [name, words] of known.standing(names, field)) {
      const before = first.get(words);
      const origin = known.firstIn(name, field);
      first.set(words, before !== undefined && before < origin ? before : origin);
    }
    return [...first].map(([words, version]) => ({ field, words, version })).sort((a, b) => (a.version < b.version ? -1 : 1));
  }

  /** What is said of the words holds while those who say it have all the words that stand, and no others. */
  function holds(flag: string): unknown {
    const by = known.standing(names, flag);
    const same = stands.every(([field, found]) => {
      const theirs = new Set([...by.keys()].flatMap((name) => said.get(name)?.get(field) ?? []));
      return theirs.size === found.length && found.every(({ words }) => theirs.has(words));
    });
    return same ? [...by.values()].map((text) => JSON.parse(text) as unknown).sort(later).at(-1) : undefined;
  }

  const { answered: _a, removed: _r, confirmed: _c, ...rest } = last as Partial<Record<(typeof FLAGS)[number], unknown>>;
  const empty = new Set<string>(WORDS[last.resourceType]);
  const kept = Object.entries(rest).filter(([field]) => !empty.has(field) || field === WORDS[last.resourceType][0]);
  const merged = stands.flatMap(([field, found]) => {
    const words = found.map((one) => one.words);
    return words.length > 0 ? [[field, CHOICES.has(field) ? words.at(-1) : words.join(" / ")]] : [];
  });
  const flags = FLAGS.flatMap((flag) => {
    const value = holds(flag);
    return value === undefined ? [] : [[flag, value]];
  });
  return {
    entry: Object.fromEntries([...kept, ...merged, ...flags] as [string, unknown][]) as unknown as Entry,
    differing: stands.flatMap(([, found]) => (found.length > 1 ? found : [])),
  };
}

const later = (one: unknown, other: unknown): number => (when(one) < when(other) ? -1 : 1);
const when = (said: unknown): string => {
  const { at = "", by = "" } = (typeof said === "object" ? said : {}) as Partial<Confirmation>;
  return `${at} ${by}`;
};

/** One version to write: on what, and what it says. */
export interface Marked<E extends Entry = Entry> {
  readonly base: readonly string[];
  readonly content: E;
}

/**
 * Says something of the words without touching them. Where they differ, of each by itself: both stay as they were
 * written until a person chooses.
 */
export function marked(bases: Bases, contents: ReadonlyMap<string, Entry>, heads: readonly string[], change: Partial<Entry>): Marked[] {
  const now = joined(bases, contents, heads);
  if (!now) return [];
  const say = (entry: Entry): Entry => ({ ...entry, ...change }) as Entry;
  if (now.differing.length === 0) return [{ base: heads, content: say(now.entry) }];
  return heads.flatMap((head) => {
    const entry = contents.get(head);
    return entry ? [{ base: [head], content: say(entry) }] : [];
  });
}

/**
 * A person chooses what stands in one field. Where other fields differ too, those are left as they are: only the places
 * that said something else here are written anew, and what was said of their words no longer holds.
 */
export function chosen(bases: Bases, contents: ReadonlyMap<string, Entry>, heads: readonly string[], field: WordField, words: string): Marked[] {
  const now = joined(bases, contents, heads);
  if (!now) return [];
  const say = (entry: Entry, more: object = {}): Entry =>
    ({ ...entry, [field]: words, confirmed: undefined, ...more }) as unknown as Entry;
  if (now.differing.every((one) => one.field === field)) return [{ base: heads, content: say(now.entry) }];
  return heads.flatMap((head) => {
    const entry = contents.get(head);
    if (!entry || wordsOf(entry).get(field) === words) return [];
    return [{ base: [head], content: say(entry, { answered: undefined, removed: undefined }) }];
  });
}
