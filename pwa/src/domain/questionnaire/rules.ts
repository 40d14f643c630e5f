/** The form's rules and what answers break of them: the twin of domain/questionnaire/rules.py, where each is told. */
import type { Answer, ResponseItem } from "../wire.ts";
import { ANSWER_EXPRESSION, first, MAX_DECIMALS, MAX_OCCURS, MAX_VALUE, MIN_LENGTH, MIN_OCCURS, MIN_VALUE, named, REGEX, UNIT_OPTION, whole } from "./extensions.ts";
import { type Form, isAlone, isChoice, type Node, several } from "./form.ts";
import { answered, type Met, type Place, walked, type Weighing, weigh } from "./places.ts";
import type { Item } from "./resource.ts";
import { number } from "./values.ts";

export type Remark =
  | "unknown-item"
  | "wrong-type"
  | "too-long"
  | "too-short"
  | "wrong-pattern"
  | "too-small"
  | "too-large"
  | "too-many-decimals"
  | "unknown-option"
  | "unknown-unit"
  | "not-together"
  | "too-many-answers"
  | "too-few-answers"
  | "not-enabled"
  | "missing";

export interface Flaw {
  readonly linkId: string;
  readonly within: string;
  readonly remark: Remark;
}

const FIELD: Readonly<Record<string, keyof Answer>> = {
  boolean: "valueBoolean",
  decimal: "valueDecimal",
  integer: "valueInteger",
  date: "valueDate",
  dateTime: "valueDateTime",
  time: "valueTime",
  string: "valueString",
  text: "valueString",
  url: "valueUri",
  choice: "valueCoding",
  "open-choice": "valueCoding",
  quantity: "valueQuantity",
};
/** Characters: a longer text is not held against a pattern. */
const LONGEST_MATCHED = 1_000;
/** The smallest and the greatest of FHIR's integers. */
const INTEGER = [-(2 ** 31), 2 ** 31 - 1] as const;
const PLAIN: readonly string[] = ["valueInteger", "valueDate", "valueTime", "valueString"];

export const length = (words: string): number => [...words].length;

/**
 * The regular expression that a text must match as a whole; one that cannot be read asks nothing. With the flag `u` a
 * character is one, as in Python, also beyond the common ones; but `u` refuses needless backslashes, such as `\-`.
 */
function pattern(item: Item): RegExp | null {
  const own = first(item, REGEX)?.valueString;
  return own ? (read(own, "u") ?? read(own, "")) : null;
}

function read(own: string, flags: string): RegExp | null {
  try {
    return new RegExp(own, flags) && new RegExp(`^(?:${own})$`, flags);
  } catch {
    return null;
  }
}

const MOST_DECIMALS = 12;

/** How many decimal places a number is written with; 12 at most. */
export function decimals(value: number): number {
  for (let places = 0; places < MOST_DECIMALS; places++) {
    if (Math.floor(value * 10 ** places + 0.5) / 10 ** places === value) return places;
  }
  return MOST_DECIMALS;
}

/** The first rule that a single answer breaks. */
export function broken(node: Node, answer: Answer): Remark | null {
  const { item, options } = node;
  const given = Object.entries(answer).filter(([, value]) => value !== undefined && value !== null);
  const [field = "", value] = given[0] ?? [];
  if (given.length !== 1) return "wrong-type";
  if (isChoice(item) || options.length > 0) {
    if (field === "valueString" && item.type === "open-choice") return brokenWords(item, String(value));
    const alike = options.filter((option) => field in option);
    // What is offered only the phone knows, where an expression tells it
    if (isChoice(item) && first(item, ANSWER_EXPRESSION) && [...PLAIN, "valueCoding"].includes(field)) return null;
    if (answer.valueCoding) {
      if (alike.length > 0 && !isChoice(item)) return "wrong-type";
      return alike.some(({ valueCoding }) => (valueCoding?.code ?? "") === answer.valueCoding?.code) ? null : "unknown-option";
    }
    if (alike.length === 0 || !PLAIN.includes(field)) return "wrong-type";
    return alike.some((option) => option[field as "valueString"] === value) ? null : "unknown-option";
  }
  if (field !== FIELD[item.type]) return "wrong-type";
  if (field === "valueBoolean") return null;
  return field === "valueString" || field === "valueUri" ? brokenWords(item, String(value)) : brokenAmount(item, answer);
}

function brokenWords(item: Item, words: string): Remark | null {
  const long = length(words);
  if (item.maxLength !== undefined && long > item.maxLength) return "too-long";
  if (long < (whole(item, MIN_LENGTH) ?? 0)) return "too-short";
  return long <= LONGEST_MATCHED && pattern(item)?.test(words) === false ? "wrong-pattern" : null;
}

function brokenAmount(item: Item, answer: Answer): Remark | null {
  const amount = number(answer);
  const [lowest, highest] = item.type === "integer" ? INTEGER : [null, null];
  const least = number(first(item, ...MIN_VALUE)) ?? lowest;
  const most = number(first(item, ...MAX_VALUE)) ?? highest;
  if (amount === null) return "wrong-type";
  if (least !== null && amount < least) return "too-small";
  if (most !== null && amount > most) return "too-large";
  if (decimals(amount) > (whole(item, MAX_DECIMALS) ?? Infinity)) return "too-many-decimals";
  const units = named(item, UNIT_OPTION).flatMap(({ valueCoding }) => valueCoding?.code || []);
  const { valueQuantity: quantity } = answer;
  return quantity && units.length > 0 && !units.includes(quantity.code || quantity.unit || "") ? "unknown-unit" : null;
}

/** What the answers to one question break, whatever was said elsewhere. */
export function brokenHere(node: Node, answers: readonly Answer[]): Remark[] {
  const found: Remark[] = [];
  if (answers.length > 1) {
    const alone = new Set(node.options.filter(isAlone).map(({ valueCoding }) => valueCoding?.code));
    if (!several(node)) found.push("too-many-answers");
    else if (answers.some(({ valueCoding }) => valueCoding && alone.has(valueCoding.code))) found.push("not-together");
  }
  return [...found, ...answers.flatMap((answer) => broken(node, answer) ?? [])];
}

/** What is missing or too much at one place. `demanded`: whether anything can be missing there. */
export function brokenAt({ node, said, children }: Place, demanded = true): Remark[] {
  const { item } = node;
  if (!node.asked) return item.type === "group" && item.required && demanded && !answered({ node, said, children, within: "" }) ? ["missing"] : [];
  const n = said.reduce((sum, { answer = [] }) => sum + answer.length, 0);
  const due = demanded && !said.some((one) => one.declined);
  const found: Remark[] = item.required && n === 0 && due ? ["missing"] : [];
  if (several(node)) {
    if (n < (whole(item, MIN_OCCURS) ?? 0) && (n > 0 || item.required) && due) found.push("too-few-answers");
    if (n > (whole(item, MAX_OCCURS) ?? Infinity)) found.push("too-many-answers");
  }
  return found;
}

/**
 * Everything that a whole response breaks, single answers first, then what they break together. `met`: what the form's
 * expressions say; without it, what hangs on one is neither demanded nor held to be too much.
 */
export function flaws(form: Form, items: readonly ResponseItem[], met?: Met): Flaw[] {
  const single = items.flatMap(({ linkId, within = "", answer = [] }) => {
    const node = form.nodes.get(linkId);
    const found: Remark[] = node?.asked ? brokenHere(node, answer) : ["unknown-item"];
    return found.map((remark) => ({ linkId, within, remark }));
  });
  if (!form.crossed) return single;
  const weighing = weigh(form, items, undefined, met);
  const isDue = (node: Node): boolean => met !== undefined || !node.hangs;
  const all = walked(weighing.found);
  const there = new Set(all.map(({ node, within }) => `${node.item.linkId}\n${within}`));
  const stray = items.filter(({ linkId, within = "", answer = [] }) => form.nodes.get(linkId)?.asked && answer.length > 0 && !there.has(`${linkId}\n${within}`));
  return [
    ...single,
    ...all.flatMap((place) => brokenAt(place, isDue(place.node)).map((remark) => ({ linkId: place.node.item.linkId, within: place.within, remark }))),
    ...(form.repeating ? brokenInstances(weighing, isDue, weighing.found, form.roots, "") : []),
    ...stray.map(({ linkId, within = "" }): Flaw => ({ linkId, within, remark: "not-enabled" })),
  ];
}

/** How many instances each repeating part has, in each place where it stands. */
function brokenInstances(weighing: Weighing, isDue: (node: Node) => boolean, found: readonly Place[], nodes: readonly Node[], above: string): Flaw[] {
  const byNode = new Map<Node, Place[]>();
  for (const place of found) {
    const own = byNode.get(place.node);
    if (own) own.push(place);
    else byNode.set(place.node, [place]);
  }
  return nodes.flatMap((node) => {
    const own = byNode.get(node) ?? [];
    const { linkId } = node.item;
    const flaw = (remark: Remark): Flaw[] => [{ linkId, within: above, remark }];
    return [
      ...(node.many && node.item.required && own.length === 0 && isDue(node) && weighing.enabled(node, above) ? flaw("missing") : []),
      ...(node.many && own.length > 0 && own.length < (whole(node.item, MIN_OCCURS) ?? 0) && isDue(node) ? flaw("too-few-answers") : []),
      ...(node.many && own.length > (whole(node.item, MAX_OCCURS) ?? Infinity) ? flaw("too-many-answers") : []),
      ...own.flatMap((place) => brokenInstances(weighing, isDue, place.children, node.children, place.within)),
    ];
  });
}
