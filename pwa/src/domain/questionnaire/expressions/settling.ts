/** Conditions and calculations, again and again until none says anything new. */
import { spot } from "../../join.ts";
import type { ResponseItem } from "../../wire.ts";
import type { Given } from "../expressions.ts";
import { type Form, line, type Node } from "../form.ts";
import { answered, type Grown, type Met, type Place, places } from "../places.ts";
import { alike, answersOf } from "./answers.ts";
import { type Seen, seen } from "./response.ts";
import { inOrder, speaksOf, type Written } from "./written.ts";

/** The instances on a screen, by the spot of what repeats above them. */
export type Shown = ReadonlyMap<string, readonly string[]>;
export interface Plan {
  readonly form: Form;
  readonly conditions: ReadonlyMap<Node, Written>;
  readonly calculations: readonly (Written & { readonly node: Node })[];
  readonly calculating: ReadonlySet<Node>;
}
/** What an expression gives at a place, made into what it is for; undefined where that fails. */
export type Attempt = <T>(one: Written, within: string, there: Seen, use: (values: unknown[]) => T) => T | undefined;

export interface Settled {
  readonly there: Seen;
  readonly enabled: ReadonlyMap<string, boolean>;
  readonly calculated: readonly Given[];
  /** Those that would have gone on for ever. */
  readonly restless: ReadonlySet<Written>;
}

/** Rounds beside one for each condition, since each round settles at least one of those that wait for each other. */
const ROUNDS = 10;
const NOBODY = { saidBy: { kind: "patient" }, writtenBy: { kind: "patient" }, authored: "" } as const;
export const at = (node: Node, within: string): string => spot({ linkId: node.item.linkId, within });

export function plan(form: Form, all: readonly Written[]): Plan {
  const conditions = new Map(all.flatMap((one) => (one.kind === "enabled" && one.node ? [[one.node, one] as const] : [])));
  const calculations = inOrder(all).flatMap((one) => (one.kind === "calculated" && one.node ? { ...one, node: one.node } : []));
  return { form, conditions, calculations, calculating: new Set(calculations.map(({ node }) => node)) };
}

/** `begin` is told when a round begins. */
export function settled(
  { form, conditions, calculations, calculating }: Plan,
  items: readonly ResponseItem[],
  shown: Shown,
  attempt: Attempt,
  begin: () => void,
): Settled {
  const given = new Map<string, ResponseItem[]>();
  for (const item of items) given.set(spot(item), [...(given.get(spot(item)) ?? []), item]);
  const current = new Map(given);
  let enabled = new Map<string, boolean>();
  const grown: Grown = (node, above, found) => [...new Set([...found, ...(shown.get(at(node, above)) ?? [])])].sort();
  const look = (met: Met, before?: Seen): Seen => seen(places(form, [...current.values()].flat(), grown, met), before);
  const stands: Met = (node, within) => enabled.get(at(node, within));
  // What waits for itself is not met.
  let there = look((node) => (conditions.has(node) ? false : undefined));

  /** Conditions by what stood before, then calculations; gives those that said something new. */
  function round(): Set<Written> {
    begin();
    const changed = new Set<Written>();
    const [before, earlier] = [there, enabled];
    enabled = new Map();
    there = look((node, within) => {
      const one = conditions.get(node);
      const met = one && attempt(one, within, before, truth);
      if (one && met !== undefined) enabled.set(at(node, within), met);
      if (one && met !== earlier.get(at(node, within))) changed.add(one);
      return met;
    }, before);
    let stale: Node[] = [];
    for (const one of calculations) {
      const { node } = one;
      if (stale.some((each) => speaksOf(one, each))) [there, stale] = [look(stands, there), []];
      for (const place of there.places.get(node) ?? []) {
        const answer = alive(place, there) ? attempt(one, place.within, there, (values) => answersOf(node, values)) : [];
        if (!answer || (place.said.length <= 1 && alike(answer, place.said[0]?.answer ?? []))) continue;
        current.set(at(node, place.within), [{ ...NOBODY, linkId: node.item.linkId, within: place.within, answer }]);
        changed.add(one);
        stale.push(node);
      }
    }
    if (stale.length > 0) there = look(stands, there);
    return changed;
  }

  /** In an instance where nobody has said anything, nothing is calculated: else it could not be taken away. */
  function alive(place: Place, { places: known }: Seen): boolean {
    const instance = line(place.node).find(({ many }) => many);
    const whole = instance && known.get(instance)?.find(({ within }) => within === place.within);
    return !whole || saidBySomebody(whole);
  }
  const saidBySomebody = (place: Place): boolean =>
    (!calculating.has(place.node) && answered({ ...place, children: [] })) || place.children.some(saidBySomebody);

  let restless = round();
  for (let n = 1; restless.size > 0 && n < ROUNDS + conditions.size; n++) restless = round();
  const calculated = [...current].flatMap(([key, [said]]) => {
    const [first, ...others] = given.get(key) ?? [];
    if (!said || said === first || (others.length === 0 && alike(said.answer ?? [], first?.answer ?? []))) return [];
    return { linkId: said.linkId, within: said.within ?? "", answer: said.answer ?? [] };
  });
  return { there, enabled, calculated, restless };
}

/** Nothing is no; what is neither yes nor no is a mistake in the form. */
function truth(values: readonly unknown[]): boolean {
  const [value = false] = values;
  if (values.length > 1 || typeof value !== "boolean") throw new Error(`${JSON.stringify(values)} is neither true nor false`);
  return value;
}
