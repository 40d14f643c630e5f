import { _, when } from "../../../i18n/index.ts";
import { headsOf, stay, versionsOf } from "../../../store/documents.ts";
import { here, type Held } from "../../../store/here.ts";
import { now } from "../now.ts";

/** Who wrote a version of an entry, and when; staff by name only where the unit tells names. */
export function writtenBy(document: string, version: string): string {
  const held = versionsOf(document).find((each) => each.version === version);
  if (!held) return "";
  const told = { name: nameOf(held), when: when(held.recorded, now.value) };
  if (held.author === here.value?.person.author) return _("Written by you {when}", told);
  return told.name ? _("Written by {name} {when}", told) : _("Written {when}", told);
}

function nameOf({ author, authorName = "" }: Held): string {
  if (!author.startsWith("Practitioner/")) return authorName;
  return stay.value?.unit.reader === "role" ? _("the staff") : authorName;
}

/** The last hand at an entry, when it was not one's own. */
export function somebodyElse(document: string): string {
  const [last] = headsOf(document).slice(-1);
  const held = versionsOf(document).find(({ version }) => version === last);
  if (!held || !last || held.author === here.value?.person.author) return "";
  return held.author.startsWith("Practitioner/")
    ? _("Last by {name} {when}", { name: nameOf(held), when: when(held.recorded, now.value) })
    : writtenBy(document, last);
}
