import { _ } from "../../../i18n/index.ts";

const OURS = "https://viktig.example/Questionnaire/";

export const isOurs = (url: string): boolean => url.startsWith(OURS);
/** What matters to the patient, in our own words. */
export const isFirst = (url: string): boolean => url.startsWith(`${OURS}what-matters`);

/** What a question is called on the page: a short name where the reader knows the form by heart. */
export const called = (url: string, linkId: string, question: string): string =>
  isFirst(url) ? label(linkId, question) : question || linkId;

/** The short names of our own form's questions; another form's question speaks for itself. */
function label(linkId: string, question: string): string {
  switch (linkId) {
    case "talk":
      return _("Talk with me like this");
    case "matters":
      return _("What matters to me now");
    case "home":
      return _("When I come home");
    case "involve":
      return _("Involve");
    case "please":
      return _("Please do");
    case "please-not":
      return _("Please don't");
    case "worry":
      return _("What worries me");
    case "else":
      return _("Anything else");
    case "hearing":
      return _("Hearing");
    case "reading":
      return _("Reading");
    case "language-help":
      return _("Interpreter");
    case "learn":
      return _("Wants to know more about");
    default:
      return question || linkId;
  }
}

/** What an action made from this answer begins with: the patient reads it, so it is said plainly. */
export function proposed(linkId: string, words: string): string {
  const short = shortened(words);
  switch (linkId) {
    case "talk":
      return _("We talk with you like this: {words}", { words: short });
    case "involve":
      return _("We involve those you want: {words}", { words: short });
    case "please":
      return _("We do this: {words}", { words: short });
    case "please-not":
      return _("We avoid this: {words}", { words: short });
    case "worry":
      return _("We talk with you about this: {words}", { words: short });
    default:
      return _("We help you with this: {words}", { words: short });
  }
}

/** The first sentence or so: enough to know it again. */
function shortened(words: string): string {
  const line = words.trim().split(/\n|(?<=[.!?])\s/)[0] ?? "";
  return line.length <= 160 ? line : `${line.slice(0, line.lastIndexOf(" ", 160))} …`;
}
