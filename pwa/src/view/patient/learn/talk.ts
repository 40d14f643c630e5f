import type { Module } from "../../../domain/module.ts";
import type { Jotting, Talk } from "../../../store/here.ts";

/** Another version may ask something else: what was chosen there waits. In another language it asks the same. */
const NOTHING: Talk = { at: 0, chosen: [], first: [], unsure: [] };

export const talkAbout = (module: Module, { talks = {} }: Jotting): Talk => talks[module.version] ?? NOTHING;

export function withTalk(module: Module, jotting: Jotting, how: (before: Talk) => Partial<Talk>): Required<Pick<Jotting, "talks">> {
  const before = talkAbout(module, jotting);
  return { talks: { [module.version]: { ...before, ...how(before) } } };
}

/** A choice that has explained is not the first a second time. */
export const chosenIn = ({ chosen, first }: Talk, question: number, code: string): Pick<Talk, "chosen" | "first"> => ({
  chosen: placed(chosen, question, code),
  first: first[question] ? first : placed(first, question, code),
});

const placed = (codes: readonly string[], at: number, code: string): string[] =>
  Array.from({ length: Math.max(codes.length, at + 1) }, (_none, n) => (n === at ? code : (codes[n] ?? "")));
