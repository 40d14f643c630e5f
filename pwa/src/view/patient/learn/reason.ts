import type { OfferedModule } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";

/** Why this one: the true reason, never a guess from what somebody wrote. */
export function reason({ by, reason: why = "" }: OfferedModule): string {
  if (by) {
    return why
      ? _("Because {name} chose this for you: {reason}", { name: by, reason: why })
      : _("Because {name} chose this for you.", { name: by });
  }
  switch (why) {
    case "learn-medicines":
      return _("Because you ticked off medicines.");
    case "learn-going-home":
      return _("Because you ticked off going home.");
    default:
      return why.startsWith("learn-") ? _("Because you ticked off that you want to know more.") : "";
  }
}
