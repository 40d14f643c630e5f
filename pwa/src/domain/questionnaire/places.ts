/** Which parts of a form are there, given what has been answered: the twin of domain/questionnaire/places.py. */
import type { Answer, ResponseItem } from "../wire.ts";
import { below, type Condition, type Form, type Node } from "./form.ts";
import { holds } from "./values.ts";

/** A node as it stands in one response, with what was said there. Of a node that is `many`, a place an instance. */
export interface Place {
  readonly node: Node;
  readonly within: string;
  readonly said: readonly ResponseItem[];
  readonly children: readonly Place[];
}

/** The outermost instances of a place. */
export const cut = (within: string, length: number): string => (within && length ? within.split("/").slice(0, length).join("/") : "");

/** The instances to show of what repeats, given those that something was said in: with blank ones to fill in. */
export type Grown = (node: Node, above: string, found: readonly string[]) => readonly string[];

/**
 * What a form's `enableWhenExpression` says of a node, in the instances above it; nothing where it has none. Where it is
 * not known what they say, all is there that may be there.
 */
export type Met = (node: Node, within: string) => boolean | undefined;

/** What has been answered, and what that makes of each condition; every condition is weighed once. */
export interface Weighing {
  readonly found: Place[];
  /** Whether a node is asked at all, in the instances above it. */
  readonly enabled: (node: Node, above: string) => boolean;
}

/** Where more wait for each other than this, they are weighed one after another, not one inside another. */
const FAR = 50;

/** Everything that is asked or shown, as a tree in the form's order. What is not enabled is left out. `met`: see expressions.ts. */
export const places = (form: Form, items: Iterable<ResponseItem>, grown?: Grown, met?: Met): Place[] => weigh(form, items, grown, met).found;

export function weigh(form: Form, items: Iterable<ResponseItem>, grown: Grown = (_node, _above, found) => found, met?: Met): Weighing {
  const said = new Map<string, Map<string, ResponseItem[]>>();
  for (const item of items) {
    const within = item.within ?? "";
    const there = kept(said, item.linkId, () => new Map<string, ResponseItem[]>());
    kept(there, within, () => []).push(item);
  }
  const known = new Map<Node, Map<string, boolean>>();
  const fulfilled = new Map<Condition, Map<string, boolean>>();
  const near = new Map<string, Map<string, string[]>>();
  const inside = new Map<Node, Map<string, string[]>>();
  const withins = (node: Node): string[] => [...(said.get(node.item.linkId)?.keys() ?? [])];

  function enabled(node: Node, above: string): boolean {
    if (!met && !node.parent && node.conditions.length === 0) return true;
    return kept(kept(known, node, newMap), above, () => !node.lost && weighed(node, above));
  }

  function weighed(node: Node, above: string): boolean {
    if (node.parent && !enabled(node.parent, cut(above, node.parent.above))) return false;
    if (met?.(node, above) === false) return false;
    const isMet = (one: Condition): boolean => holding(one, cut(above, one.shared));
    return node.conditions.length === 0 || (node.item.enableBehavior === "any" ? node.conditions.some(isMet) : node.conditions.every(isMet));
  }

  const holding = (one: Condition, shared: string): boolean =>
    kept(kept(fulfilled, one, newMap), shared, () => holds(one.when, answersTo(one, shared)) || (!met && one.source.hangs && holds(one.when, [])));

  /** What was answered to the item that is asked about, in the instances that both stand in. */
  function answersTo({ source, shared: length }: Condition, shared: string): Answer[] {
    const byOuter = kept(near, `${length} ${source.item.linkId}`, () => grouped(withins(source), length));
    return (byOuter.get(shared) ?? []).flatMap((within) =>
      enabled(source, cut(within, source.above)) ? (said.get(source.item.linkId)?.get(within) ?? []).flatMap(({ answer = [] }) => answer) : [],
    );
  }

  function instances(node: Node, above: string): readonly string[] {
    const all = kept(inside, node, () => {
      const deeper = below(node).flatMap(withins).filter((within) => cut(within, node.above) !== within);
      return grouped(new Set(deeper.map((within) => cut(within, node.where)).sort()), node.above);
    });
    return all.get(above) ?? [];
  }

  function placed(node: Node, above: string): Place[] {
    if (!enabled(node, above)) return [];
    return (node.many ? grown(node, above, instances(node, above)) : [above]).map((within) => ({
      node,
      within,
      said: said.get(node.item.linkId)?.get(within) ?? [],
      children: node.children.flatMap((child) => placed(child, within)),
    }));
  }

  for (const node of form.longest > FAR ? form.order : []) for (const within of withins(node)) enabled(node, cut(within, node.above));
  return { found: form.roots.flatMap((node) => placed(node, "")), enabled };
}

const newMap = (): Map<string, boolean> => new Map();

/** What is kept under a key; made when it is not there. */
function kept<Key, Value>(all: Map<Key, Value>, key: Key, make: () => Value): Value {
  let found = all.get(key);
  if (found === undefined) all.set(key, (found = make()));
  return found;
}

/** Places by the outermost instances they stand in. */
function grouped(withins: Iterable<string>, length: number): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const within of withins) kept(found, cut(within, length), () => []).push(within);
  return found;
}

/** Every place, outer before inner. */
export const walked = (found: readonly Place[]): Place[] => found.flatMap((place) => [place, ...walked(place.children)]);

/** Whether anything was said at a place or below it. */
export const answered = ({ said, children }: Place): boolean =>
  said.some(({ answer = [], declined }) => answer.length > 0 || declined) || children.some(answered);
