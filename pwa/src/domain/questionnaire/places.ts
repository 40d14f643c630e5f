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

/** Everything that is asked or shown, as a tree in the form's order. What is not enabled is left out. */
export function places(form: Form, items: Iterable<ResponseItem>, grown: Grown = (_node, _above, found) => found): Place[] {
  const said = new Map<string, Map<string, ResponseItem[]>>();
  for (const item of items) {
    const there = said.get(item.linkId) ?? new Map<string, ResponseItem[]>();
    said.set(item.linkId, there.set(item.within ?? "", [...(there.get(item.within ?? "") ?? []), item]));
  }
  const known = new Map<Node, Map<string, boolean>>();

  /** What waits for itself is not met. */
  function enabled(node: Node, above: string): boolean {
    if (!node.parent && node.conditions.length === 0) return true;
    const own = known.get(node) ?? new Map<string, boolean>();
    known.set(node, own);
    let met = own.get(above);
    if (met === undefined) {
      own.set(above, false);
      own.set(above, (met = weighed(node, above)));
    }
    return met;
  }

  function weighed(node: Node, above: string): boolean {
    if (node.parent && !enabled(node.parent, cut(above, node.parent.above))) return false;
    const met = (one: Condition): boolean => holds(one.when, answersTo(one, above));
    return node.conditions.length === 0 || (node.item.enableBehavior === "any" ? node.conditions.some(met) : node.conditions.every(met));
  }

  function answersTo({ source, shared }: Condition, above: string): Answer[] {
    const common = cut(above, shared);
    return [...(said.get(source.item.linkId) ?? [])].flatMap(([within, found]) =>
      cut(within, shared) === common && enabled(source, cut(within, source.above)) ? found.flatMap(({ answer = [] }) => answer) : [],
    );
  }

  function instances(node: Node, above: string): string[] {
    const inside = below(node).flatMap((one) => [...(said.get(one.item.linkId)?.keys() ?? [])]);
    const found = inside.flatMap((within) => (cut(within, node.above) === above && within !== above ? [cut(within, node.where)] : []));
    return [...new Set(found)].sort();
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
  return form.roots.flatMap((node) => placed(node, ""));
}

/** Every place, outer before inner. */
export const walked = (found: readonly Place[]): Place[] => found.flatMap((place) => [place, ...walked(place.children)]);

/** Whether anything was said at a place or below it. */
export const answered = ({ said, children }: Place): boolean =>
  said.some(({ answer = [], declined }) => answer.length > 0 || declined) || children.some(answered);
