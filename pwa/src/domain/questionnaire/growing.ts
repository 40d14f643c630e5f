/** What is shown of what comes several times, wherever a form is filled in. */
import type { Node } from "./form.ts";
import { cut, type Grown } from "./places.ts";

/** The name of one row of instances: of an item, in the instances around it. */
export const rowOf = ({ item, above }: Node, within: string): string => `${item.linkId}\n${cut(within, above)}`;
/** A new instance in the instances around it. */
export const under = (above: string, id: string): string => (above ? `${above}/${id}` : id);

/** What something was said in and what was added to the row (`added`); when that is nothing, one to fill in, the same each time (`blank`). */
export const growing =
  (added: (row: string) => readonly string[] | undefined, blank: Map<string, string>, id: () => string): Grown =>
  (node, above, found) => {
    const row = rowOf(node, above);
    const all = [...new Set([...found, ...(added(row) ?? [])])].sort();
    if (all.length > 0) return all;
    const own = blank.get(row) ?? under(above, id());
    blank.set(row, own);
    return [own];
  };
