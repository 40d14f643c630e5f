import type { Carer, Unit } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { staffNamed } from "../../patient/staff.ts";
import { at } from "../words.ts";

export type Scope = NonNullable<Carer["scopes"]>[number];
export const SCOPES: readonly Scope[] = ["answers", "plan", "list", "today"];

export function scopeWords(scope: Scope): string {
  switch (scope) {
    case "answers":
      return _("the answers");
    case "plan":
      return _("what is agreed");
    case "list":
      return _("the list");
    case "today":
      return _("the day");
    default:
      return _("learning");
  }
}

export function statusWords({ status, scopes = [] }: Carer): string {
  if (status === "ended") return _("Ended. Sees nothing of the patient's.");
  const what = SCOPES.filter((scope) => scopes.includes(scope)).map(scopeWords).join(", ");
  const sees = what ? _("Sees {what}.", { what }) : _("Sees learning only.");
  return status === "invited" ? `${sees} ${_("Has not come yet.")}` : sees;
}

/** Whose word it rests on, and since when. */
export function groundWords({ ground, by = "", title = "", reason = "", since = "" }: Carer, unit: Unit): string {
  const told = { who: staffNamed(by, title), when: since ? at(since, unit.timezone) : "", reason };
  switch (ground) {
    case "patient":
      return _("The patient decided it {when}.", told);
    case "sheet":
      return _("Came with the sheet {when}.", told);
    case "nurse":
      return _("The patient said yes to {who} {when}.", told);
    default:
      return _("Cannot consent now, says {who} {when}: {reason}", told);
  }
}
