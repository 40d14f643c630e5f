import type { PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { contactLine, medicineLine, part, questionLine } from "../../patient/list/lines.ts";
import { staffNamed } from "../../patient/staff.ts";
import { exactly } from "../words.ts";
import { onPage } from "./entries.ts";

/** The patient's list as plain text, for the record system. */
export function listAsText(page: PatientPage): readonly string[] {
  const { timezone } = page.encounter.unit;
  const medicines = onPage(page, "MedicationStatement").map(({ entry }) =>
    medicineLine(
      entry,
      entry.confirmed
        ? _("Confirmed with the patient by {who} {when}.", {
            who: staffNamed(entry.confirmed.by, entry.confirmed.title),
            when: entry.confirmed.at ? exactly(entry.confirmed.at, timezone) : "",
          })
        : _("Not confirmed with the patient."),
    ),
  );
  return [
    ...part(`${_("Questions for the round")}:`, onPage(page, "VisitQuestion").map(({ entry }) => questionLine(entry))),
    ...part(`${_("Medicines, as the patient tells it")}:`, medicines),
    ...part(`${_("Whom the patient wants to reach")}:`, onPage(page, "ContactPoint").map(({ entry }) => contactLine(entry))),
  ];
}
