import type { ResponseItem, Speaker } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { here } from "../../../store/here.ts";

export const own = (speaker: Speaker): boolean => {
  const person = here.value?.person;
  return person?.role === "related" ? speaker.kind === "related" && speaker.name === person.name : speaker.kind === "patient";
};

/** Who said it and who wrote it, in a line below the words. */
export function saidBy({ saidBy, writtenBy }: ResponseItem): string {
  const said = own(saidBy) ? _("Said by you.") : _("Said by {who}.", { who: called(saidBy) });
  if (saidBy.kind === writtenBy.kind && (saidBy.name ?? "") === (writtenBy.name ?? "")) return said;
  return `${said} ${own(writtenBy) ? _("Written by you.") : _("Written by {who}.", { who: called(writtenBy) })}`;
}

export function called({ kind, name, relation }: Speaker): string {
  if (name && relation) return _("{name} ({relation})", { name, relation });
  if (name) return name;
  return kind === "patient" ? _("the patient") : kind === "staff" ? _("the staff") : _("a helper");
}
