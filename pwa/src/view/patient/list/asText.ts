import type { ContactPoint, MedicationStatement, VisitQuestion } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { entries } from "../../../store/entries.ts";
import { tasks } from "../../../store/journey.ts";
import { dateWords, fieldWords, markWords, sourceWords, takenWords } from "./words.ts";

/** Lines below a name; a part without lines is left out. */
const part = (name: string, lines: readonly string[]): string[] => (lines.length > 0 ? [[name, ...lines].join("\n")] : []);

/** The whole list as plain text, to be kept or sent in another way. */
export function listAsText(): string {
  const { given = "", unit } = stay.value ?? {};
  const head = [given, unit?.name, dateWords()].filter(Boolean).join(", ");
  const ward = unit?.phone ? [`- ${unit.name}: ${unit.phone}`] : [];
  return [
    head,
    ...part(_("Questions for the round"), entries("VisitQuestion").map(({ entry }) => questionLine(entry))),
    ...part(_("Medicines"), entries("MedicationStatement").map(({ entry }) => medicineLine(entry))),
    ...part(_("Whom to call"), [...ward, ...entries("ContactPoint").map(({ entry }) => contactLine(entry))]),
    ...part(_("What we do"), tasks().map(({ description }) => `- ${description}`)),
  ].join("\n\n");
}

export const questionLine = ({ text, answer = "", answered }: VisitQuestion): string =>
  [`- ${text}`, answer ? `  ${_("Answered:")} ${answer}` : answered ? `  ${_("Answered")}` : ""].filter(Boolean).join("\n");

export function medicineLine(entry: MedicationStatement): string {
  const { medication, reason = "", mark = "", source = "", note = "", confirmed } = entry;
  const facts = [
    takenWords(entry),
    reason && `${fieldWords("reason")}: ${reason}`,
    mark && markWords(mark),
    source && sourceWords(source),
    note,
    confirmed ? _("gone through with the patient") : "",
  ];
  return [`- ${medication}`, ...facts.filter(Boolean)].join(". ");
}

export const contactLine = ({ name, about = "", phone = "" }: ContactPoint): string => `- ${[name, about, phone].filter(Boolean).join(", ")}`;
