import { useSignal } from "@preact/signals";
import type { Encounter, PatientPage, Place } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Field } from "../../parts/Field.tsx";
import * as api from "../api.ts";
import { act } from "../page/page.ts";
import { Dialog, SavingForm } from "../parts/Dialog.tsx";
import { Meanwhile } from "../parts/Meanwhile.tsx";
import { useSaving } from "../saving.ts";
import { placeFacts } from "./facts.ts";

const placeOf = ({ room = "", bed = "", patient, plannedDischarge = "" }: Encounter): Required<Place> => ({
  room,
  bed,
  interpreter: patient.interpreter ?? "",
  plannedDischarge,
});

export function PlaceDialog({ page: { encounter }, onClose }: { page: PatientPage; onClose: () => void }) {
  const saving = useSaving();
  const seen = useSignal(encounter);
  const typed = useSignal(placeOf(encounter));
  const field = (name: keyof Place) => ({
    value: typed.value[name],
    onValue: (value: string) => void (typed.value = { ...typed.value, [name]: value }),
    autocomplete: "off" as const,
  });
  const take = (): void => {
    [seen.value, typed.value] = [encounter, placeOf(encounter)];
    saving.fault.value = "";
  };
  return (
    <Dialog title={_("Room, interpreter, day of going home")} onClose={onClose}>
      <SavingForm
        saving={saving}
        save={() => act(() => api.setPlace(encounter.id, typed.value, seen.value.tag ?? ""))}
        onSaved={onClose}
        words={_("Save")}
      >
        <Meanwhile
          saving={saving}
          before={placeFacts(seen.value)}
          after={placeFacts(encounter)}
          onTake={take}
          onKeep={() => (seen.value = encounter)}
        />
        <div class="two">
          <Field label={_("Room")} maxLength={40} {...field("room")} />
          <Field label={_("Bed")} maxLength={40} {...field("bed")} />
          <Field label={_("Interpreter, which language")} maxLength={100} {...field("interpreter")} />
          <Field label={_("Planned day of going home")} type="date" {...field("plannedDischarge")} />
        </div>
      </SavingForm>
    </Dialog>
  );
}
