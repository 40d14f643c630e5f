import type { Statement, WordField } from "../../../domain/entry.ts";
import type { MedicationStatement } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";

type Mark = NonNullable<MedicationStatement["mark"]>;
type Source = NonNullable<MedicationStatement["source"]>;

export const MARKS: readonly Mark[] = ["as-before", "new", "changed", "course", "stopped"];
export const SOURCES: readonly Source[] = ["patient", "package", "related", "gp", "pharmacy", "hospital"];

/** The marks of medicine lists in Norway: som før, ny, endret, kur, slutt. */
export function markWords(mark: Mark): string {
  switch (mark) {
    case "as-before":
      return _("As before");
    case "new":
      return _("New");
    case "changed":
      return _("Changed");
    case "course":
      return _("For some days");
    case "stopped":
      return _("At an end");
    case "":
      return "";
  }
}

export function markMeans(mark: Mark): string {
  switch (mark) {
    case "as-before":
      return _("Taken just as before the stay");
    case "new":
      return _("Began now");
    case "changed":
      return _("Another amount or another time than before");
    case "course":
      return _("Taken for a set time, then it ends");
    case "stopped":
      return _("Not taken any longer");
    case "":
      return "";
  }
}

export function sourceWords(source: Source): string {
  switch (source) {
    case "patient":
      return _("From memory");
    case "package":
      return _("From the package");
    case "related":
      return _("From somebody close");
    case "gp":
      return _("From the GP");
    case "pharmacy":
      return _("From the pharmacy");
    case "hospital":
      return _("From the hospital");
    case "":
      return "";
  }
}

/** One field's name, as the form asks for it. */
export function fieldWords(field: WordField): string {
  switch (field) {
    case "text":
      return _("The question");
    case "answer":
      return _("What was answered");
    case "medication":
    case "name":
      return _("Name");
    case "dosage":
      return _("How much");
    case "timing":
      return _("When");
    case "reason":
      return _("What for");
    case "mark":
      return _("How it is now");
    case "source":
      return _("Where this comes from");
    case "note":
      return _("Note");
    case "about":
      return _("Who it is, or what for");
    case "phone":
      return _("Telephone");
  }
}

export function valueWords({ field, words }: Pick<Statement, "field" | "words">): string {
  if (field === "mark") return markWords(words as Mark);
  return field === "source" ? sourceWords(words as Source) : words;
}

/** "50 mg, morning and evening": what is known of how it is taken. */
export const takenWords = ({ dosage = "", timing = "" }: MedicationStatement): string => [dosage, timing].filter(Boolean).join(", ");
