/** A form made ready for use: the twin of domain/questionnaire/form.py, where the rules of what repeats are told. */
import { ENABLE_WHEN_EXPRESSION, EXCLUSIVE, first, MAX_OCCURS, MIN_OCCURS, onlySaid, TRANSLATION } from "./extensions.ts";
import type { Coding, Concept, EnableWhen, Item, Option, Questionnaire, ValueSet } from "./resource.ts";

/** An `enableWhen` with the item it asks about. `shared`: how many repeating parts both stand in. */
export interface Condition {
  readonly when: EnableWhen;
  readonly source: Node;
  readonly shared: number;
}

/**
 * An item where it stands in the form. `many`: it comes in instances of its own. `above`: how many such stand above it;
 * `where`: how many instance ids name the place of an answer to it.
 */
export interface Node {
  readonly item: Item;
  readonly parent: Node | undefined;
  readonly options: readonly Option[];
  readonly asked: boolean;
  readonly many: boolean;
  readonly above: number;
  readonly where: number;
  readonly children: readonly Node[];
  readonly conditions: readonly Condition[];
  /** It waits for itself, or for such a one, and is never there. */
  readonly lost: boolean;
  /** Whether it is there hangs on an expression, its own or that of one it waits for. */
  readonly hangs: boolean;
}

export interface Form {
  readonly questionnaire: Questionnaire;
  readonly roots: readonly Node[];
  readonly nodes: ReadonlyMap<string, Node>;
  /** Whether what may be answered depends on other answers, or something must be, or is counted. */
  readonly crossed: boolean;
  readonly repeating: boolean;
  /** The nodes, each after all that it waits for, and how many wait for each other at most. */
  readonly order: readonly Node[];
  readonly longest: number;
}

const NOT_ASKED: ReadonlySet<string> = new Set(["group", "display", "attachment", "reference"]);
export const isChoice = ({ type }: Item): boolean => type === "choice" || type === "open-choice";

/** Several answers in one place, without instances. */
export const several = ({ item, many }: Node): boolean => item.repeats === true && !many;
/** An option that is chosen alone, such as "none of these". */
export const isAlone = (option: Option): boolean =>
  [option, option.valueCoding ?? {}].some((of) => first(of, EXCLUSIVE)?.valueBoolean === true);

const made = new WeakMap<Questionnaire, Form>();

export function formOf(questionnaire: Questionnaire): Form {
  let form = made.get(questionnaire);
  if (!form) made.set(questionnaire, (form = ready(questionnaire)));
  return form;
}

type Growing = { -readonly [Key in keyof Omit<Node, "children">]: Node[Key] } & { children: readonly Growing[] };

function ready(questionnaire: Questionnaire): Form {
  const nodes = new Map<string, Growing>();
  const sets = new Map((questionnaire.contained ?? []).filter(({ resourceType }) => resourceType === "ValueSet").map((set) => [`#${set.id}`, concepts(set)]));

  function grown(written: Item, parent: Node | undefined): Growing {
    const item: Item = onlySaid(written) ? { ...written, type: "display" } : written;
    const children = item.item ?? [];
    const many = item.repeats === true && (item.type === "group" || (children.some((child) => child.type !== "display" && !onlySaid(child)) && !isChoice(item)));
    const above = parent?.where ?? 0;
    const options = item.answerOption?.length ? item.answerOption : (sets.get(item.answerValueSet ?? "") ?? []);
    const node: Growing = { item, parent, options, asked: !NOT_ASKED.has(item.type), many, above, where: above + Number(many), children: [], conditions: [], lost: true, hangs: first(item, ENABLE_WHEN_EXPRESSION) !== undefined };
    if (!nodes.has(item.linkId)) nodes.set(item.linkId, node);
    node.children = children.map((child) => grown(child, node));
    return node;
  }

  const roots = (questionnaire.item ?? []).map((item) => grown(item, undefined));
  for (const node of nodes.values()) {
    const own = line(node).filter((one) => one.many && one !== node);
    node.conditions = (node.item.enableWhen ?? []).flatMap((when) => {
      const source = nodes.get(when.question);
      const theirs = source ? line(source) : [];
      return source ? [{ when, source, shared: own.filter((one) => theirs.includes(one)).length }] : [];
    });
  }
  const every = roots.flatMap(below<Growing>);
  const crossed = every.some(({ item, many }) => item.enableWhen?.length || item.required || many || first(item, MIN_OCCURS, MAX_OCCURS));
  const repeating = every.some(({ many }) => many);
  const { order, longest } = inOrder(every);
  for (const node of order) {
    node.lost = false;
    node.hangs ||= needs(node).some(({ hangs }) => hangs);
  }
  for (const node of [...order].reverse()) {
    const inside = node.children.filter(({ item }) => item.type !== "display");
    node.hangs ||= !node.asked && inside.length > 0 && inside.every(({ hangs }) => hangs);
  }
  return { questionnaire, roots, nodes, crossed, repeating, order, longest };
}

/** Itself, what it stands in, and so on outwards. */
export const line = (node: Node | undefined): Node[] => (node ? [node, ...line(node.parent)] : []);

/** Itself and all that stands in it, in order. */
export const below = <One extends { readonly children: readonly One[] }>(node: One): One[] => [node, ...node.children.flatMap(below<One>)];

/** What it waits for: the part it stands in, and what its conditions ask about. */
const needs = ({ parent, conditions }: Node): Node[] => [...new Set([...(parent ? [parent] : []), ...conditions.map(({ source }) => source)])];

/** What waits for itself, or for such a one, is left out. */
function inOrder(every: readonly Growing[]): { order: Growing[]; longest: number } {
  const waits = new Map<Node, number>();
  const freed = new Map<Node, Growing[]>();
  for (const node of every) {
    const all = needs(node);
    waits.set(node, all.length);
    for (const one of all) {
      const those = freed.get(one);
      if (those) those.push(node);
      else freed.set(one, [node]);
    }
  }
  const order = every.filter((node) => waits.get(node) === 0);
  const reach = new Map<Node, number>(order.map((node) => [node, 1]));
  for (const node of order) {
    for (const one of freed.get(node) ?? []) {
      const left = (waits.get(one) ?? 0) - 1;
      waits.set(one, left);
      if (left > 0) continue;
      reach.set(one, (reach.get(node) ?? 0) + 1);
      order.push(one);
    }
  }
  return { order, longest: Math.max(0, reach.get(order.at(-1) as Node) ?? 0) };
}

/** Everything that can be answered, in the order it is asked. */
export function questions(items: readonly Item[] = []): Item[] {
  return items.flatMap((item) => [...(NOT_ASKED.has(item.type) || onlySaid(item) ? [] : [item]), ...questions(item.item)]);
}

/** What a contained value set offers: its expansion where it has one, else what its definition lists. */
function concepts({ expansion, compose }: ValueSet): Option[] {
  const listed = flat(expansion?.contains ?? [], "");
  const all = listed.length > 0 ? listed : (compose?.include ?? []).flatMap(({ concept = [], system = "" }) => flat(concept, system));
  return all.map((valueCoding) => ({ valueCoding }));
}

function flat(found: readonly Concept[], system: string): Coding[] {
  return found.flatMap((one) => {
    const told = (one.designation ?? []).flatMap(({ language, value = "" }) =>
      language ? [{ url: TRANSLATION, extension: [{ url: "lang", valueCode: language }, { url: "content", valueString: value }] }] : [],
    );
    const { code, display = "", extension = [] } = one;
    const own = { system: one.system || system, code, display, _display: { extension: [...(one._display?.extension ?? []), ...told] }, extension };
    return [...(code ? [own as Coding] : []), ...flat(one.contains ?? [], system)];
  });
}
