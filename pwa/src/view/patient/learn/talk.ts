import type { Module } from "../../../domain/module.ts";
import type { Jotting, Talk } from "../../../store/here.ts";

/** Another version or language asks in other words: what was chosen there waits until one comes back to it. */
const nameOf = ({ version, language }: Module): string => `${version} ${language}`;

const NOTHING: Talk = { at: 0, chosen: [], first: [], unsure: [] };

export const talkAbout = (module: Module, { talks = {} }: Jotting): Talk => talks[nameOf(module)] ?? NOTHING;

export function withTalk(module: Module, jotting: Jotting, how: (before: Talk) => Partial<Talk>): Required<Pick<Jotting, "talks">> {
  const before = talkAbout(module, jotting);
  return { talks: { [nameOf(module)]: { ...before, ...how(before) } } };
}

/** A choice that has explained is not the first a second time. */
export const chosenIn = ({ chosen, first }: Talk, question: number, code: string): Pick<Talk, "chosen" | "first"> => ({
  chosen: placed(chosen, question, code),
  first: first[question] ? first : placed(first, question, code),
});

const placed = (codes: readonly string[], at: number, code: string): string[] =>
  Array.from({ length: Math.max(codes.length, at + 1) }, (_none, n) => (n === at ? code : (codes[n] ?? "")));
