/**
 * Joining what two people, or one person on two phones, wrote at the same time: the twin of domain/join.py.
 * Each question is joined by itself. What a head says counts, unless another head knew of it and says something else.
 */
import { type Bases, oldestFirst } from "./version.ts";
import type { Answer, QuestionnaireResponse, ResponseItem } from "./wire.ts";

type Items = readonly ResponseItem[];

/** The first that any head has is the status of all. */
const STATUS = ["in-progress", "amended", "completed", "entered-in-error"] as const;

/** Where in a response an answer stands: what is told apart when answers are joined. */
export const spot = ({ linkId, within }: Pick<ResponseItem, "linkId" | "within">): string => (within ? `${linkId}\n${within}` : linkId);

/** The question and the time it was asked, of a spot. */
export function unspot(spot: string): { linkId: string; within?: string } {
  const [linkId = "", within] = spot.split("\n");
  return within ? { linkId, within } : { linkId };
}

export function bySpot(items: Items): Map<string, Items> {
  const grouped = new Map<string, ResponseItem[]>();
  for (const item of items) {
    const same = grouped.get(spot(item));
    if (same) same.push(item);
    else grouped.set(spot(item), [item]);
  }
  return grouped;
}

/** What was said and by whom, without who pressed the keys, when, or in which language an option was shown. */
export const meaning = (items: Items): string =>
  JSON.stringify(
    items.map(({ answer = [], declined = false, saidBy: { kind, name = "", relation = "" } }) => [
      answer.map(value),
      declined,
      [kind, name, relation],
    ]),
  );
/** An option is its code, in whatever language it was shown; all else is the value itself. */
const value = ({ valueCoding: coding, valueQuantity: amount, ...said }: Answer) =>
  coding
    ? coding.code
    : amount
      ? [amount.value, amount.unit ?? "", amount.system ?? "", amount.code ?? ""]
      : Object.entries(said).filter(([, one]) => one !== undefined && one !== null);

/**
 * One response out of all heads, in whatever order they come. `contents` holds the heads and what is known of the
 * versions they were written on: the more, the fewer questions are left unsettled.
 */
export function joined(
  bases: Bases,
  contents: ReadonlyMap<string, QuestionnaireResponse>,
  heads: Iterable<string>,
): QuestionnaireResponse | undefined {
  const names = [...new Set(heads)].filter((name) => contents.has(name)).sort();
  const last = contents.get(names.at(-1) ?? "");
  if (!last || names.length === 1) return last;
  const said = new Map([...contents].map(([version, { item = [] }]) => [version, bySpot(item)]));
  const meant = [...said].map(([version, groups]) => [version, mapped(groups, meaning)] as const);
  const { standing } = history(bridged(bases, said), new Map(meant), names);
  const links = new Set(names.flatMap((name) => [...(said.get(name)?.keys() ?? [])]));
  const statuses = new Set(names.map((name) => contents.get(name)?.status));
  return {
    ...last,
    status: STATUS.find((status) => statuses.has(status)) ?? last.status,
    item: [...links].flatMap((link) => together([...standing(names, link).keys()].map((name) => said.get(name)?.get(link) ?? []))),
  };
}
const mapped = <A, B>(from: ReadonlyMap<string, A>, make: (value: A) => B): Map<string, B> =>
  new Map([...from].map(([key, value]) => [key, make(value)]));

/** Where the way between is not known: whoever repeats a statement, moment and all, knew the version it came in with. */
function bridged(bases: Bases, said: ReadonlyMap<string, ReadonlyMap<string, Items>>): Bases {
  const gaps = new Set([...said.keys()].filter((version) => bases.get(version)?.some((base) => !bases.has(base))));
  if (gaps.size === 0) return bases;
  const first = new Map<string, string>();
  for (const version of [...said.keys()].filter((each) => !gaps.has(each)).sort()) {
    const below = (bases.get(version) ?? []).flatMap((base) => said.get(base) ?? []);
    for (const [link, items] of said.get(version) ?? []) {
      const own = statement(link, items);
      if (!first.has(own) && !below.some((other) => statement(link, other.get(link) ?? []) === own)) first.set(own, version);
    }
  }
  const known = (gap: string): string[] => [...(said.get(gap) ?? [])].flatMap(([link, items]) => first.get(statement(link, items)) ?? []);
  return new Map([...bases].map(([version, below]) => [version, gaps.has(version) ? [...below, ...new Set(known(version))] : below]));
}
const statement = (link: string, items: Items): string => JSON.stringify([link, meaning(items), items.map(({ authored }) => authored)]);

/** Who said what first, as far as the versions below `names` are known. `said`: version -> key -> what it says. */
export function history(bases: Bases, said: ReadonlyMap<string, ReadonlyMap<string, string>>, names: readonly string[]) {
  const place = new Map<string, bigint>();
  /** A bit for each version that it knows of: sets of names would grow with the square of the history. */
  const seen = new Map<string, bigint>();
  const origins = new Map<string, Map<string, ReadonlySet<string>>>();

  /** What counts of one key when these versions meet. */
  function standing(among: readonly string[], key: string): Map<string, string> {
    const found = new Map<string, string>();
    for (const name of among) {
      const words = said.get(name)?.get(key);
      if (words !== undefined && !changed(name, key, words, among)) found.set(name, words);
    }
    return found;
  }

  /** Whether one of the others knew these words and has left them. */
  function changed(name: string, key: string, words: string, others: readonly string[]): boolean {
    const first = [...(origins.get(name)?.get(key) ?? [])];
    const knew = (other: string): boolean => first.every((origin) => ((seen.get(other) ?? 0n) >> (place.get(origin) ?? 0n)) & 1n);
    return others.some((other) => said.get(other)?.get(key) !== words && knew(other));
  }

  /** Words taken over are as old as they were; new words, and a choice between words that differed, begin here. */
  function origin(version: string, key: string, words: string, before: readonly string[]): ReadonlySet<string> {
    const stood = standing(before, key);
    if (stood.size === 0 || [...stood.values()].some((other) => other !== words)) return new Set([version]);
    return new Set([...stood.keys()].flatMap((base) => [...(origins.get(base)?.get(key) ?? [])]));
  }

  for (const version of oldestFirst(bases, names)) {
    const below = bases.get(version) ?? [];
    const at = BigInt(place.size);
    place.set(version, at);
    seen.set(version, below.reduce((all, base) => all | (seen.get(base) ?? 0n), 1n << at));
    const own = said.get(version);
    if (!own) continue;
    const before = below.filter((base) => origins.has(base));
    origins.set(version, new Map([...own].map(([key, words]) => [key, origin(version, key, words, before)])));
  }
  return { standing, firstIn: (name: string, key: string): string => [...(origins.get(name)?.get(key) ?? [name])].sort()[0] ?? name };
}

/** What is left standing of one question: said alike is said once, said differently is all kept and marked. */
export function together(groups: readonly Items[]): ResponseItem[] {
  const settledFirst = (items: Items): Key => [items.some(({ unsettled }) => unsettled) ? 1 : 0, items.map(written)];
  const sorted = [...groups].sort((a, b) => compare(settledFirst(b), settledFirst(a)));
  const different = new Map(sorted.map((group) => [meaning(group), group]));
  if (different.size <= 1) return [...(different.values().next().value ?? [])];
  const kept = new Map<string, ResponseItem>();
  for (const item of [...different.values()].flat().sort((a, b) => compare(written(a), written(b)))) {
    if (!kept.has(meaning([item]))) kept.set(meaning([item]), item);
  }
  return [...kept.values()].map(({ unsettled: _before, ...item }) =>
    kept.size > 1 ? { ...item, unsettled: true } : item,
  );
}

/** Early before late; what was written at the same moment is told apart, so that all devices agree. */
const written = ({ authored, writtenBy, saidBy, answer = [] }: ResponseItem): Key => [
  authored,
  writtenBy.kind,
  writtenBy.name ?? "",
  saidBy.kind,
  saidBy.name ?? "",
  ...answer.map(order),
];
const order = (said: Answer): Key => {
  const times = said.valueDate || said.valueDateTime || said.valueTime || said.valueUri;
  const number = said.valueInteger ?? said.valueDecimal ?? said.valueQuantity?.value ?? said.valueBoolean ?? 0;
  return [said.valueString || said.valueCoding?.code || times || "", Number(number)];
};

type Key = string | number | readonly Key[];

/** As Python orders tuples: place by place, texts by code point, and the shorter first. */
function compare(a: Key, b: Key): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [left, right] = [typeof a === "string" ? points(a) : a, typeof b === "string" ? points(b) : b];
  if (!Array.isArray(left) || !Array.isArray(right)) return 0;
  for (let place = 0; place < Math.min(left.length, right.length); place++) {
    const difference = compare(left[place] as Key, right[place] as Key);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
const points = (text: string): number[] => Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
