import { forPeople, goalOf, type ModuleEntry, spoken } from "../../../domain/module.ts";
import type { ModuleOnPage, PatientPage } from "../../../domain/wire.ts";
import { plain } from "../../parts/form/Finder.tsx";

export interface Offerable {
  readonly patient: readonly ModuleEntry[];
  /** For those who help, and not for the patient. */
  readonly carer: readonly ModuleEntry[];
}

/**
 * What may be offered, by title, narrowed down to what is sought: the beginning of each word, in any order.
 * Where no title says it, `inTexts` are those whose text does, the best first.
 */
export function offerable(
  entries: readonly ModuleEntry[],
  sought: string,
  language: string,
  inTexts: readonly string[] = [],
): Offerable {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  const title = (entry: ModuleEntry): string => spoken(entry, language)?.title ?? entry.id;
  const fits = (entry: ModuleEntry): boolean => {
    const parts = plain(`${title(entry)} ${entry.id}`).split(/[\s,:–-]+/);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  };
  const theirs = entries.filter(forPeople);
  const titled = theirs.filter(fits).sort((a, b) => title(a).localeCompare(title(b), language));
  const found = titled.length > 0 ? titled : inTexts.flatMap((id) => theirs.filter((entry) => entry.id === id));
  return { patient: found.filter(forPatient), carer: found.filter((entry) => !forPatient(entry)) };
}

const forPatient = ({ forWhom }: ModuleEntry): boolean => !forWhom || forWhom.includes("patient");

/** What the patient's own ticks point to, and nobody has said yet that they mean it too. */
export const onlyTicked = ({ offered, opened }: ModuleOnPage): boolean => !!offered && !offered.by && !opened;

/** The patient's goal for which a rule (`question-code`) offers something, as it stands on the page; empty without one. */
export function goalBehind(rule: string, { answers = [] }: Pick<PatientPage, "answers">): string {
  const items = answers.filter(({ about }) => !about).flatMap(({ response }) => response.item ?? []);
  const led = items.find(({ linkId, answer = [] }) => answer.some(({ valueCoding: chosen }) => `${linkId}-${chosen?.code ?? ""}` === rule));
  return led ? goalOf(led, items) : "";
}

export interface Standing {
  readonly offered: number;
  readonly opened: number;
  readonly finished: number;
  readonly unsure: number;
}

/** How learning stands with one patient, in four numbers. */
export const standing = (modules: readonly ModuleOnPage[]): Standing => ({
  offered: modules.filter(({ offered }) => offered).length,
  opened: modules.filter(({ opened }) => opened).length,
  finished: modules.filter(({ finished }) => finished).length,
  unsure: modules.reduce((sum, { teachBack }) => sum + (teachBack?.unsure?.length ?? 0), 0),
});
