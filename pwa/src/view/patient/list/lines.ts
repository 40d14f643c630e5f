import type { ContactPoint, MedicationStatement, VisitQuestion } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { fieldWords, markWords, sourceWords, takenWords } from "./words.ts";

/** Entries of the list as plain text, a line each. */

export const questionLine = ({ text, passage = "", answer = "", answered }: VisitQuestion): string =>
  [`- ${text}`, passage && `  “${passage}”`, answer ? `  ${_("Answered:")} ${answer}` : answered ? `  ${_("Answered")}` : ""].filter(Boolean).join("\n");

/** `confirmed`: by whom and when, in words. */
export function medicineLine(entry: MedicationStatement, confirmed: string): string {
  const { medication, reason = "", mark = "", source = "", note = "" } = entry;
  const facts = [
    takenWords(entry),
    reason && `${fieldWords("reason")}: ${reason}`,
    mark && markWords(mark),
    source && sourceWords(source),
    note,
    confirmed,
  ];
  return [`- ${medication}`, ...facts.filter(Boolean).map((fact) => fact.replace(/\.$/, ""))].join(". ");
}

export const contactLine = ({ name, about = "", phone = "" }: ContactPoint): string => `- ${[name, about, phone].filter(Boolean).join(", ")}`;

/** Lines below their name; a part without lines is left out. */
export const part = (name: string, lines: readonly string[]): string[] => (lines.length > 0 ? [[name, ...lines].join("\n")] : []);
