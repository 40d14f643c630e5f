import { _ } from "../../../i18n/index.ts";
import type { Helping } from "../../../store/consents.ts";
import type { Scope } from "../../../store/sharing.ts";
import { staffNamed } from "../staff.ts";

/** What can be shared, in the order in which it is asked; learning is for everybody. */
export const SCOPES: readonly Scope[] = ["answers", "plan", "list", "today"];

export function scopeName(scope: Scope): string {
  switch (scope) {
    case "answers":
      return _("My answers");
    case "plan":
      return _("What you do for me");
    case "list":
      return _("My list");
    case "today":
      return _("Today");
    default:
      return _("Learning");
  }
}

export function scopeMeans(scope: Scope): string {
  switch (scope) {
    case "answers":
      return _("What I have said matters. They can also write it for me. Not what is only for health personnel.");
    case "plan":
      return _("What we have agreed, and whether it is done.");
    case "list":
      return _("My questions, my medicines and who to call. They can also add to it.");
    case "today":
      return _("Who is with me now, what happens next, and who to call tonight.");
    default:
      return _("Texts to read and learn from. Everybody who helps can read them.");
  }
}

/** "My answers, My list": what somebody sees now. */
export function sees({ scopes = [] }: Helping): string {
  const names = SCOPES.filter((scope) => scopes.includes(scope)).map(scopeName);
  return names.length > 0 ? names.join(", ") : _("Learning only");
}

/** On whose word they help. */
export function groundWords({ ground, by = "", title = "", reason = "" }: Helping): string {
  const who = staffNamed(by, title);
  switch (ground) {
    case "sheet":
      return _("Came with the sheet from the ward.");
    case "nurse":
      return _("Registered by {who}, who noted that you said yes.", { who });
    case "cannot-consent":
      return _("Registered by {who} while you could not decide this yourself. Reason: {reason}", { who, reason });
    default:
      return _("You have said yes to this.");
  }
}
