import type { Patient, ResponseItem, Speaker } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import type { Said } from "./statements.ts";

const who = ({ kind, name, relation }: Speaker, patient: Patient): string => {
  if (kind === "patient") return name || patient.given;
  if (kind === "staff" && !name) return _("the care team");
  const title = kind === "related" ? relation : _("the care team");
  const known = name || _("somebody");
  return title ? _("{name} ({relation})", { name: known, relation: title }) : known;
};

/** Who said it and who wrote it, in one short sentence. A helper's own words are never taken for the patient's. */
export function spoken({ saidBy, writtenBy }: Pick<ResponseItem, "saidBy" | "writtenBy">, patient: Patient): string {
  const [said, written] = [who(saidBy, patient), who(writtenBy, patient)];
  if (saidBy.kind === "related") {
    const whose = _("In the words of {who}, about {name}", { who: said, name: patient.given });
    return said === written ? `${whose}.` : `${whose}. ${_("Written by {who}.", { who: written })}`;
  }
  return said === written
    ? _("Said and written by {who}.", { who: said })
    : _("Said by {said}, written by {written}.", { said, written });
}

/** What most answers have in common is said once; the others say it for themselves. */
export function mostly(said: readonly Said[], patient: Patient): string {
  const times = new Map<string, number>();
  for (const { item } of said.flatMap(({ statements }) => statements)) {
    const sentence = spoken(item, patient);
    times.set(sentence, (times.get(sentence) ?? 0) + 1);
  }
  return [...times].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}
