import { useSignal } from "@preact/signals";
import type { Carer, NewCarer, PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Field } from "../../parts/Field.tsx";
import * as api from "../api.ts";
import { act } from "../page/page.ts";
import { Dialog, SavingForm } from "../parts/Dialog.tsx";
import { Check, Radios } from "../parts/fields.tsx";
import { useSaving } from "../saving.ts";
import { dayOnClock } from "../zone.ts";
import { type Scope, SCOPES, scopeWords } from "./words.ts";

const TWO_DAYS = 2 * 24 * 3_600_000;

/** Who helps, what they may see, and whether the patient said yes or cannot consent now. */
export function CarerDialog({ page: { encounter }, carer, onClose }: { page: PatientPage; carer?: Carer | undefined; onClose: () => void }) {
  const zone = encounter.unit.timezone ?? "Europe/Oslo";
  const saving = useSaving();
  const typed = useSignal({
    name: carer?.name ?? "",
    relation: carer?.relation ?? "",
    phone: carer?.phone ?? "",
    until: carer?.until && carer.until >= dayOnClock(Date.now(), zone) ? carer.until : "",
    reason: carer?.reason ?? "",
    lookAgain: carer?.lookAgain || dayOnClock(Date.now() + TWO_DAYS, zone),
  });
  const scopes = useSignal<readonly Scope[]>(carer?.scopes ?? []);
  const ground = useSignal<NewCarer["ground"]>(carer?.ground === "cannot-consent" ? "cannot-consent" : "nurse");
  const cannot = ground.value === "cannot-consent";
  const field = (name: keyof typeof typed.value) => ({
    value: typed.value[name],
    onValue: (value: string) => void (typed.value = { ...typed.value, [name]: value }),
    autocomplete: "off" as const,
  });
  function save(): Promise<unknown> {
    const { reason, lookAgain, ...rest } = typed.value;
    const body: NewCarer = { ...rest, scopes: scopes.value, ground: ground.value, ...(cannot && { reason, lookAgain }) };
    return act(() => (carer ? api.setCarer(encounter.id, carer.id, body) : api.newCarer(encounter.id, body)));
  }
  return (
    <Dialog title={carer ? _("What {name} may see", { name: carer.name }) : _("Register somebody who helps")} onClose={onClose}>
      <SavingForm saving={saving} save={save} onSaved={onClose} words={_("Save")}>
        <div class="two">
          <Field label={_("Name")} maxLength={100} required {...field("name")} />
          <Field label={_("Who they are to the patient")} maxLength={100} {...field("relation")} />
          <Field label={_("Phone")} type="tel" maxLength={40} {...field("phone")} />
          <Field label={_("Last day, if there is one")} type="date" {...field("until")} />
        </div>
        <fieldset class="choices">
          <legend class="label">{_("May see")}</legend>
          {SCOPES.map((scope) => (
            <Check
              key={scope}
              on={scopes.value.includes(scope)}
              onValue={(on) => (scopes.value = [...scopes.value.filter((other) => other !== scope), ...(on ? [scope] : [])])}
            >
              {scopeWords(scope)}
            </Check>
          ))}
          <p class="quiet">{_("Never what is only for health personnel. Learning is open to everybody who helps.")}</p>
        </fieldset>
        <Radios
          label={_("On whose word?")}
          value={ground.value}
          onValue={(value) => (ground.value = value as NewCarer["ground"])}
          options={[
            { value: "nurse", words: _("The patient has said yes to this") },
            { value: "cannot-consent", words: _("The patient cannot consent now"), more: _("You stand for it by name. The patient sees it, and can end it.") },
          ]}
        />
        {cannot && (
          <>
            <Field label={_("Why can the patient not consent now?")} maxLength={200} required {...field("reason")} />
            <Field
              label={_("Look again on this day")}
              type="date"
              required
              min={dayOnClock(Date.now(), zone)}
              hint={_("The list says when the day has come.")}
              {...field("lookAgain")}
            />
          </>
        )}
      </SavingForm>
    </Dialog>
  );
}
