import type { Content, ModuleProgress } from "../../../domain/wire.ts";
import { _, when } from "../../../i18n/index.ts";
import { content } from "../../../store/documents.ts";
import type { Held } from "../../../store/here.ts";
import { helpedWords } from "../answers/way.ts";
import { words } from "../form/words.ts";

/** What one version is, in words that the person knows. */
export function named(said: Content): string {
  switch (said.resourceType) {
    case "QuestionnaireResponse":
      return said.status === "in-progress" ? _("Answers you are writing") : _("Answers to be sent");
    case "CommunicationRequest":
      return _("Your wish to talk alone");
    case "TaskMark":
      return _("Whether something helped");
    case "TalkMark":
      return _("Whether somebody talked with you");
    case "ModuleProgress":
      return _("What you have read");
    case "VisitQuestion":
      return _("A question for the round");
    case "MedicationStatement":
      return _("A medicine on your list");
    case "ContactPoint":
      return _("Somebody to call");
    case "Consent":
      return _("Who may help you");
    case "Translation":
      return _("A translation");
  }
}

/** What it says, without the answers to a form: those stand by their questions. */
export function gist(said: Content): string {
  switch (said.resourceType) {
    case "CommunicationRequest":
      return wish(said.wish);
    case "TaskMark":
      return lines(said.helped && helpedWords(said.helped), said.words);
    case "TalkMark":
      return said.talked === "yes" ? _("Yes") : said.talked === "little" ? _("A little") : _("No");
    case "ModuleProgress":
      return told(said);
    case "VisitQuestion":
      return lines(said.text, said.answer);
    case "MedicationStatement":
      return lines(said.medication, said.dosage, said.timing, said.reason, said.note);
    case "ContactPoint":
      return lines(said.name, said.about, said.phone);
    case "Consent":
      return lines(said.name, said.relation);
    case "Translation":
      return lines(...(said.item ?? []).map(({ text }) => text));
    case "QuestionnaireResponse":
      return "";
  }
}

/** A version as text that can be kept or sent in another way. */
export function asText(held: Held, now: number): string {
  const said = content(held);
  const head = `${named(said)}, ${when(held.recorded, now)}`;
  if (said.resourceType !== "QuestionnaireResponse") return [head, gist(said)].filter(Boolean).join("\n\n");
  return [head, ...(said.item ?? []).map((item) => `${item.text ?? item.linkId}\n${words(item)}`)].join("\n\n");
}

const lines = (...all: readonly (string | undefined)[]): string => all.filter(Boolean).join("\n");

function wish(wished: string): string {
  if (wished === "no") return _("No");
  return wished === "as-soon-as-possible" ? _("Yes, as soon as possible") : _("Yes, during the day");
}

const told = ({ teachBack }: ModuleProgress): string => lines(teachBack?.words, ...(teachBack?.unsure ?? []));
