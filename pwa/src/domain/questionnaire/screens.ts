/** A form as a row of screens: one question each, or a page of a few where the form says so. */
import type { ResponseItem } from "../wire.ts";
import { spot } from "../join.ts";
import { controls, hidden } from "./extensions.ts";
import type { Node } from "./form.ts";
import { type Place, walked } from "./places.ts";

/** `link`: of the item that names it. `above`: the groups that it stands in and that have a name. */
export interface Screen {
  readonly link: string;
  readonly above: readonly Node[];
  readonly places: readonly Place[];
}

const PAGES: readonly string[] = ["page", "table", "htable", "gtable", "atable", "grid"];

/** Shown together: what the form calls a page or a table, and what comes several times. */
const isPage = ({ item, many }: Node): boolean => many || controls(item).some((control) => PAGES.includes(control));
/** Help stands under its question, the ends of a slider at its ends. */
const isBeside = ({ item }: Node): boolean => controls(item).some((control) => ["help", "lower", "upper", "unit"].includes(control));

export const isShown = ({ node }: Pick<Place, "node">): boolean => !hidden(node.item) && !isBeside(node);
export const isAsked = ({ node }: Place): boolean => node.asked && !hidden(node.item);

export function screens(found: readonly Place[]): Screen[] {
  const made: { link: string; above: readonly Node[]; places: Place[] }[] = [];
  /** Texts between questions: they are read with the question that follows. */
  let texts: Place[] = [];

  function add(place: Place, above: readonly Node[]): void {
    const last = made.at(-1);
    if (place.node.many && last?.link === place.node.item.linkId) {
      last.places.push(place);
      return;
    }
    made.push({ link: place.node.item.linkId, above, places: [...texts, place] });
    texts = [];
  }

  function walk(places: readonly Place[], above: readonly Node[]): void {
    for (const place of places.filter(isShown)) {
      const { node, children } = place;
      const asks = walked([place]).some(isAsked);
      if (node.item.type === "group" && asks && !isPage(node)) walk(children, node.item.text ? [...above, node] : above);
      else if (asks) add(place, above);
      else texts.push(place);
    }
  }
  walk(found, []);
  made.at(-1)?.places.push(...texts);
  return made;
}

/** A question where it stands, with the parts of the form around it. */
export interface AskedPlace {
  readonly place: Place;
  readonly spot: string;
  readonly above: readonly Around[];
}
/** A named part of a form; `n`: which one, where it comes several times. */
export interface Around {
  readonly node: Node;
  readonly n?: number;
}

/** Every question that is asked, in order. */
export function askedPlaces(found: readonly Place[], above: readonly Around[] = []): AskedPlace[] {
  return found.filter(isShown).flatMap((place) => {
    const { node, children } = place;
    const alike = found.filter((other) => other.node === node);
    const around = node.item.type === "group" || node.many ? [...above, alike.length > 1 ? { node, n: alike.indexOf(place) + 1 } : { node }] : above;
    const own = isAsked(place) ? [{ place, spot: spotOf(place), above: node.many ? around : above }] : [];
    return [...own, ...askedPlaces(children, around)];
  });
}

export const spotOf = ({ node, within }: Place): string => spot({ linkId: node.item.linkId, within });

/** The answers that the form does not ask for as things stand: kept in a draft, left out of what is sent. */
export function notAsked(nodes: ReadonlyMap<string, Node>, found: readonly Place[], items: readonly ResponseItem[]): Set<string> {
  const there = new Set(walked(found).map(spotOf));
  return new Set(items.filter((item) => nodes.has(item.linkId) && !there.has(spot(item))).map(spot));
}
