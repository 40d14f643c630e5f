import { _ } from "../../i18n/index.ts";

export interface MeasureText {
  readonly name: string;
  /** What stands above and below the line. */
  readonly of: string;
  readonly means: string;
}

/** No published Norwegian definitions were found: these are ours, and the page says so. */
export function measureText(slug: string): MeasureText {
  switch (slug) {
    case "eligible":
      return {
        name: _("Stays that count"),
        of: _("stays"),
        means: _(
          "Stays of 24 hours or more, without those who could not be asked. The share is of all stays that ended. The reasons stand below.",
        ),
      };
    case "asked":
      return {
        name: _("Asked"),
        of: _("stays"),
        means: _(
          "The form was opened, or somebody talked about it, or the patient said no. A printed sheet alone is not asking.",
        ),
      };
    case "asked-24h":
      return {
        name: _("Asked within 24 hours"),
        of: _("stays"),
        means: _("Asked no later than 24 hours after the patient came."),
      };
    case "answered":
      return {
        name: _("Answered"),
        of: _("stays"),
        means: _("An answer was sent, or written down together with the patient."),
      };
    case "read-24h":
      return {
        name: _("Read within 24 hours"),
        of: _("answers"),
        means: _("Somebody at the ward marked the answer as read within 24 hours after it was received."),
      };
    case "responded":
      return {
        name: _("Answers that were acted on"),
        of: _("answers"),
        means: _(
          "There is an action, or it was agreed and done at once, or it was agreed that it cannot be done and explained why.",
        ),
      };
    case "helped":
      return {
        name: _("It helped, says the patient"),
        of: _("answers with an action"),
        means: _(
          "The patient said yes to “Did it help?”. Those who have not answered are counted below the line, and shown.",
        ),
      };
    case "helped-unanswered":
      return {
        name: _("Has not said if it helped"),
        of: _("answers with an action"),
        means: _("There was an action, and the patient has not answered “Did it help?”."),
      };
    case "talked":
      return {
        name: _("Somebody talked with me about it"),
        of: _("patients who answered"),
        means: _(
          "A day later: “Did somebody talk with you about what you wrote?” Yes. Only the patient can raise this figure.",
        ),
      };
    case "talked-unanswered":
      return {
        name: _("Has not said if somebody talked"),
        of: _("answers"),
        means: _("The patient has not answered whether somebody talked about what was written."),
      };
    default:
      return { name: slug, of: "", means: "" };
  }
}
