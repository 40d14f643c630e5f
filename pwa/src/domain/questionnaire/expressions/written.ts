/** The expressions of a form as they are written in it, and which of them build on which. */
import type { Extension } from "../resource.ts";
import { named, VARIABLE } from "../extensions.ts";
import { type Fault, type Kind, URLS } from "../expressions.ts";
import { type Form, line, type Node } from "../form.ts";

/** `node`: where it stands; a variable of the whole form has none. */
export interface Written {
  /** Its number in the form's order. */
  readonly id: number;
  readonly kind: Kind;
  readonly node: Node | undefined;
  readonly name: string;
  readonly text: string;
  readonly variables: readonly Written[];
  /** Every text in quotation marks, in it and in the variables that it uses: linkIds are among them. */
  readonly quotes: ReadonlySet<string>;
  /** Why it is not tried at all. */
  readonly why?: Fault["why"];
}

/** Characters; an expression that is longer was not written for a phone. */
export const LONGEST = 5_000;
/** Of a form; what comes after is left out. */
export const MOST = 1_000;
const NAMED = /%(?:`([^`]+)`|'([^']+)'|([A-Za-z_]\w*))/g;
const QUOTED = /'((?:[^'\\]|\\.)*)'/g;

export function written(form: Form): Written[] {
  const all: Written[] = [];
  const variables = new Map<Node | undefined, Written[]>();

  function add(kind: Kind, node: Node | undefined, { valueExpression, valueString }: Extension): Written {
    const text = valueExpression?.expression ?? valueString ?? "";
    const language = valueExpression?.language ?? "text/fhirpath";
    const [names, inside] = [matches(NAMED, text), matches(QUOTED, text)];
    // A variable sees those before it, and those further out.
    const seen = [...(node ? line(node) : []), undefined].flatMap((one) => [...(variables.get(one) ?? [])].reverse());
    const used = names.flatMap((name) => seen.find((one) => one.name === name) ?? []);
    const quotes = new Set([...inside, ...used.flatMap((one) => [...one.quotes])]);
    const why = language !== "text/fhirpath" ? "not-fhirpath" : text.length > LONGEST ? "too-long" : all.length >= MOST ? "too-many" : undefined;
    const made: Written = { id: all.length, kind, node, name: valueExpression?.name ?? "", text, variables: used, quotes, ...(why && { why }) };
    all.push(made);
    return made;
  }
  function addVariables(node: Node | undefined, extended: { readonly extension?: readonly Extension[] | undefined }): void {
    for (const each of named(extended, VARIABLE)) variables.set(node, [...(variables.get(node) ?? []), add("variable", node, each)]);
  }

  addVariables(undefined, form.questionnaire);
  for (const node of form.nodes.values()) {
    addVariables(node, node.item);
    for (const [kind, urls] of Object.entries(URLS)) {
      const [one] = named(node.item, ...urls);
      if (one) add(kind as Kind, node, one);
    }
  }
  return all;
}

const matches = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map(([, ...groups]) => groups.find((one) => one !== undefined) ?? "");

/** Whether an expression speaks of an item, or of a group that the item stands in; true where one cannot tell. */
export const speaksOf = ({ quotes }: Written, node: Node | undefined): boolean => quotes.size === 0 || line(node).some(({ item }) => quotes.has(item.linkId));

/** Those first that others build on. What goes round in a circle stays in the form's order. */
export function inOrder(all: readonly Written[]): Written[] {
  const done: Written[] = [];
  const begun = new Set<Written>();
  function visit(one: Written): void {
    if (begun.has(one)) return;
    begun.add(one);
    if (one.quotes.size > 0) for (const other of all) if (other !== one && speaksOf(one, other.node)) visit(other);
    done.push(one);
  }
  all.forEach(visit);
  return done;
}
