import { _ } from "../../../i18n/index.ts";
import type { Offer } from "./offers.ts";

/** Why this one: the true reason, never a guess from what somebody wrote. */
export function reason({ by, reason: why = "", ticked, goal }: Offer): string {
  if (by) {
    return why
      ? _("Because {name} chose this for you: {reason}", { name: by, reason: why })
      : _("Because {name} chose this for you.", { name: by });
  }
  if (goal) return _("Because of the goal “{words}”.", { words: goal });
  return ticked ? _("Because “{words}” is ticked off.", { words: ticked }) : "";
}
