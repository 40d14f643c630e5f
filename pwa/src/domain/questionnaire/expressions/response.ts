/** The response as expressions see it: what was answered where it may be answered, and where in it each place is. */
import { spot } from "../../join.ts";
import type { Answer } from "../../wire.ts";
import type { Node } from "../form.ts";
import { answered, cut, type Place, walked } from "../places.ts";

export interface Seen {
  readonly root: object;
  /** What expressions have given, for as long as they see the same. */
  readonly known: Map<string, unknown>;
  readonly places: ReadonlyMap<Node, readonly Place[]>;
  /** The item of the response that stands at a node, or an empty one where nothing was said. */
  readonly at: (node: Node, within: string) => object;
}

/** `before`: what was seen last; where nothing differs, nothing needs to be asked again. */
export function seen(found: readonly Place[], before?: Seen): Seen {
  const items = new Map<string, object>();

  function itemsOf(place: Place): object[] {
    const { linkId, type } = place.node.item;
    if (type === "display" || !answered(place)) return [];
    const inside = place.children.flatMap(itemsOf);
    const below = inside.length > 0 ? { item: inside } : {};
    const made = type === "group" ? [{ linkId, ...below }] : (place.said.length > 0 ? place.said : [{ answer: [] }]).map(({ answer = [] }, n) => ({ linkId, ...answers(answer, n > 0 ? {} : below) }));
    if (made[0]) items.set(spot({ linkId, within: place.within }), made[0]);
    return made;
  }
  const item = found.flatMap(itemsOf);
  const places = new Map<Node, Place[]>();
  for (const place of walked(found)) places.set(place.node, [...(places.get(place.node) ?? []), place]);
  const root = { resourceType: "QuestionnaireResponse", status: "in-progress", ...(item.length > 0 && { item }) };
  if (before && JSON.stringify(before.root) === JSON.stringify(root)) return { ...before, places };
  return {
    root,
    known: new Map(),
    places,
    at: (node, within) => items.get(spot({ linkId: node.item.linkId, within: cut(within, node.where) })) ?? { linkId: node.item.linkId },
  };
}

/** Items below a question stand in its first answer, as in FHIR. */
function answers(given: readonly Answer[], below: object): object {
  const all = (given.length > 0 || !("item" in below) ? given : [{}]).map((one, n) => ({ ...told(one), ...(n === 0 && below) }));
  return all.length > 0 ? { answer: all } : {};
}

const told = (answer: Answer): object => Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== null && value !== undefined));
