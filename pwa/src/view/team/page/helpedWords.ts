import type { Task } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";

/** Whether it helped, as the patient says, and thanks; nothing where nothing was said. */
export function helpedWords({ helped, thanks }: Task): string[] {
  return [verdict(helped), thanks ? _("The patient says thanks.") : ""].filter(Boolean);
}

function verdict(helped: string | undefined): string {
  switch (helped) {
    case "yes":
      return _("The patient says: it helped.");
    case "little":
      return _("The patient says: it helped a little.");
    case "no":
      return _("The patient says: it did not help.");
    case "unknown":
      return _("The patient does not know yet if it helped.");
    default:
      return "";
  }
}
