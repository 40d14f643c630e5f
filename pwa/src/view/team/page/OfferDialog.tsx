import { useSignal } from "@preact/signals";
import { spoken, type ModuleEntry } from "../../../domain/module.ts";
import type { PatientPage } from "../../../domain/wire.ts";
import { _, language, ngettext } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { Field } from "../../parts/Field.tsx";
import * as api from "../api.ts";
import { Dialog, SavingForm } from "../parts/Dialog.tsx";
import { Radios } from "../parts/fields.tsx";
import { useSaving } from "../saving.ts";
import { act } from "./page.ts";

export function OfferDialog({
  page,
  entries,
  onClose,
}: {
  page: PatientPage;
  entries: readonly ModuleEntry[];
  onClose: () => void;
}) {
  const saving = useSaving();
  const module = useSignal(entries[0]?.id ?? "");
  const reason = useSignal("");
  const save = () =>
    act(() => api.offerModule(page.encounter.id, { module: module.value, reason: reason.value.trim() }));
  const saved = (): void => {
    announce(_("Offered. The patient sees it."));
    onClose();
  };
  return (
    <Dialog title={_("Offer something to read")} onClose={onClose}>
      <SavingForm saving={saving} save={save} onSaved={saved} words={_("Offer it")}>
        <Radios
          label={_("What?")}
          value={module.value}
          onValue={(value) => (module.value = value)}
          options={entries.map((entry) => {
            const told = spoken(entry, language.value);
            return {
              value: entry.id,
              words: told?.title ?? entry.id,
              more: told && ngettext("{n} minute to read", "{n} minutes to read", told.minutes),
            };
          })}
        />
        <Field
          label={_("Why, in a few words")}
          hint={_("The patient reads this. Without it the patient sees that you chose it.")}
          value={reason.value}
          onValue={(value) => (reason.value = value)}
          maxLength={200}
        />
      </SavingForm>
    </Dialog>
  );
}
