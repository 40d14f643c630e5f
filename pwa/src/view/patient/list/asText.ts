import type { Confirmation } from "../../../domain/wire.ts";
import { _, timeZone } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { entries } from "../../../store/entries.ts";
import { tasks } from "../../../store/journey.ts";
import { now } from "../now.ts";
import { staffNamed } from "../staff.ts";
import { contactLine, medicineLine, part, questionLine } from "./lines.ts";

/** "23.11.2026": on paper "today" would grow old. */
export const dateWords = (t: number | string): string =>
  new Date(t).toLocaleDateString("nb", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: timeZone.value });

/** The whole list as plain text, to be kept or sent in another way. */
export function listAsText(): string {
  const { given = "", unit } = stay.value ?? {};
  const ward = unit?.phone ? [`- ${unit.name}: ${unit.phone}`] : [];
  return [
    [given, unit?.name, dateWords(now.value)].filter(Boolean).join(", "),
    ...part(_("Questions for the round"), entries("VisitQuestion").map(({ entry }) => questionLine(entry))),
    ...part(_("Medicines"), entries("MedicationStatement").map(({ entry }) => medicineLine(entry, confirmedWords(entry.confirmed)))),
    ...part(_("Whom to call"), [...ward, ...entries("ContactPoint").map(({ entry }) => contactLine(entry))]),
    ...part(_("What we do"), tasks().map(({ description }) => `- ${description}`)),
  ].join("\n\n");
}

const confirmedWords = (confirmed: Confirmation | null | undefined): string =>
  confirmed
    ? _("Gone through with you by {who}, {when}.", {
        who: staffNamed(confirmed.by, confirmed.title),
        when: confirmed.at ? dateWords(confirmed.at) : "",
      })
    : "";
