import { useSignal } from "@preact/signals";
import type { NewStay as Arriving, Unit } from "../../../domain/wire.ts";
import { _, language, LANGUAGES } from "../../../i18n/index.ts";
import { Field } from "../../parts/Field.tsx";
import * as api from "../api.ts";
import { open } from "../arrivals/arrivals.ts";
import { Dialog, SavingForm } from "../parts/Dialog.tsx";
import { Select } from "../parts/fields.tsx";
import { go, pathTo } from "../route.ts";
import { useSaving } from "../saving.ts";
import { dayOnClock, instantOf, onClock } from "../zone.ts";

type Typed = Required<Omit<Arriving, "admitted">> & { readonly admitted: string };

/** A patient has come: name and birth date are enough, the rest can wait. */
export function NewStay({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const zone = unit.timezone ?? "Europe/Oslo";
  const saving = useSaving();
  const typed = useSignal<Typed>({
    given: "",
    family: "",
    birthDate: "",
    identifier: "",
    language: language.value,
    interpreter: "",
    phone: "",
    room: "",
    bed: "",
    admitted: onClock(Date.now(), zone),
    plannedDischarge: "",
  });
  const field = (name: keyof Typed) => ({
    value: typed.value[name],
    onValue: (value: string) => void (typed.value = { ...typed.value, [name]: value }),
    autocomplete: "off" as const,
  });
  const save = async () => {
    const { admitted, ...rest } = typed.value;
    const stay = await api.newStay(unit.id, {
      ...rest,
      given: rest.given.trim(),
      family: rest.family.trim(),
      admitted: instantOf(admitted, zone),
    });
    await open(unit.id);
    go(pathTo(unit.id, stay.id));
  };
  return (
    <Dialog title={_("New arrival")} onClose={onClose} wide>
      <SavingForm saving={saving} save={save} onSaved={onClose} words={_("Put on the list")}>
        <div class="two">
          <Field label={_("First name")} required maxLength={200} {...field("given")} />
          <Field label={_("Family name")} required maxLength={200} {...field("family")} />
          <Field
            label={_("Birth date")}
            type="date"
            required
            max={dayOnClock(Date.now(), zone)}
            {...field("birthDate")}
          />
          <Field label={_("Came")} type="datetime-local" required {...field("admitted")} />
          <Field label={_("Room")} maxLength={40} {...field("room")} />
          <Field label={_("Bed")} maxLength={40} {...field("bed")} />
          <Select
            label={_("Language on the phone")}
            {...field("language")}
            options={Object.entries(LANGUAGES).map(([value, { name }]) => ({ value, words: name }))}
          />
          <Field label={_("Interpreter, which language")} maxLength={100} {...field("interpreter")} />
          <Field
            label={_("Number in the record system")}
            hint={_("Used to know the person again.")}
            maxLength={40}
            {...field("identifier")}
          />
          <Field label={_("The patient's telephone")} type="tel" maxLength={40} {...field("phone")} />
          <Field label={_("Planned day of going home")} type="date" {...field("plannedDischarge")} />
        </div>
      </SavingForm>
    </Dialog>
  );
}
