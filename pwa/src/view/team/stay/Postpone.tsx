import { useSignal } from "@preact/signals";
import type { PatientPage, Postponement } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Field } from "../../parts/Field.tsx";
import * as api from "../api.ts";
import { act } from "../page/page.ts";
import { Dialog, SavingForm } from "../parts/Dialog.tsx";
import { Radios } from "../parts/fields.tsx";
import { useSaving } from "../saving.ts";
import { reasonWords } from "../words.ts";
import { instantOf, onClock } from "../zone.ts";

const REASONS: readonly Postponement["reason"][] = ["too-ill", "confused", "language", "declined"];
const LATER = 4 * 3_600_000;

/** Cannot answer now: why, and when somebody asks again. */
export function Postpone({ page: { encounter, postponement }, onClose }: { page: PatientPage; onClose: () => void }) {
  const zone = encounter.unit.timezone ?? "Europe/Oslo";
  const saving = useSaving();
  const reason = useSignal<Postponement["reason"]>(postponement?.reason ?? "too-ill");
  const again = useSignal(onClock(Date.now() + LATER, zone));
  const declined = reason.value === "declined";
  const save = () =>
    act(() => api.postpone(encounter.id, { reason: reason.value, askAgain: instantOf(again.value, zone) }));
  const choose = (value: string): void => {
    reason.value = value as Postponement["reason"];
    again.value = value === "declined" ? "" : again.value || onClock(Date.now() + LATER, zone);
  };
  return (
    <Dialog title={_("Cannot answer now")} onClose={onClose}>
      <SavingForm saving={saving} save={save} onSaved={onClose} words={_("Save")}>
        <Radios
          label={_("Why?")}
          value={reason.value}
          onValue={choose}
          options={REASONS.map((value) => ({ value, words: reasonWords(value) }))}
        />
        <Field
          label={_("Ask again")}
          type="datetime-local"
          hint={
            declined
              ? _("May stand empty when the patient does not want to be asked again.")
              : _("The list says when the time has come.")
          }
          required={!declined}
          value={again.value}
          onValue={(value) => (again.value = value)}
        />
      </SavingForm>
    </Dialog>
  );
}
