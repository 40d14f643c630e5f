import { _ } from "../../../i18n/index.ts";
import type { Offer } from "./offers.ts";

/** Why this one: the true reason, never a guess from what somebody wrote. */
export function reason({ by, reason: why = "", ticked }: Offer): string {
  if (by) {
    return why
      ? _("Because {name} chose this for you: {reason}", { name: by, reason: why })
      : _("Because {name} chose this for you.", { name: by });
  }
  return ticked ? _("Because you ticked off “{words}”.", { words: ticked }) : "";
}
