import type { Encounter } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { dateDigits, endingWords } from "../words.ts";

/** What a stay says of itself, to see what somebody else changed. */
export const placeFacts = ({
  room,
  bed,
  patient,
  plannedDischarge,
  unit,
  ending,
  ended,
}: Encounter): readonly (readonly [string, string])[] => [
  [_("Unit"), unit.name],
  [_("Room"), room ?? ""],
  [_("Bed"), bed ?? ""],
  [_("Interpreter"), patient.interpreter ?? ""],
  [_("Planned day of going home"), plannedDischarge ? dateDigits(plannedDischarge) : ""],
  [_("The stay"), ended ? endingWords(ending ?? "") : _("going on")],
];
