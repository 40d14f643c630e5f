import type { Review } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { staffNamed } from "../../patient/staff.ts";

/** Who read it, how and when. */
export function readingWords({ by, title, together, interpreter }: Review, when: string): string {
  const told = { who: staffNamed(by, title), when };
  if (!together) return _("Read by {who} {when}.", told);
  if (interpreter) return _("Read together with the patient and an interpreter by {who} {when}.", told);
  return interpreter === false
    ? _("Read together with the patient, without an interpreter, by {who} {when}.", told)
    : _("Read together with the patient by {who} {when}.", told);
}
