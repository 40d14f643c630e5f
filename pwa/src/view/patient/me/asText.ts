import type { Content } from "../../../domain/wire.ts";
import { _, when } from "../../../i18n/index.ts";
import { content } from "../../../store/documents.ts";
import type { Held } from "../../../store/here.ts";
import { words } from "../form/statement.ts";

/** What one version is, in words that the person knows. */
export function named(said: Content): string {
  switch (said.resourceType) {
    case "QuestionnaireResponse":
      return said.status === "in-progress" ? _("Answers you are writing") : _("Answers you have sent");
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
  }
}

/** A version as text that can be kept or sent in another way. */
export function asText(held: Held, now: number): string {
  const said = content(held);
  const head = `${named(said)}, ${when(held.recorded, now)}`;
  if (said.resourceType === "QuestionnaireResponse") {
    return [head, ...(said.item ?? []).map((item) => `${item.text ?? item.linkId}\n${words(item)}`)].join("\n\n");
  }
  return said.resourceType === "TaskMark" && said.words ? `${head}\n\n${said.words}` : head;
}
