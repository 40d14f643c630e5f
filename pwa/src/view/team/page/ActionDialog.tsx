import { useSignal } from "@preact/signals";
import type { NewTask, PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { Field, WordsField } from "../../parts/Field.tsx";
import { Words } from "../../parts/Words.tsx";
import * as api from "../api.ts";
import { now } from "../now.ts";
import { Dialog, SavingForm } from "../parts/Dialog.tsx";
import { Radios, Select } from "../parts/fields.tsx";
import { useSaving } from "../saving.ts";
import { staff } from "../session.ts";
import { dayOnClock } from "../zone.ts";
import { proposed } from "./labels.ts";
import { act } from "./page.ts";
import type { Statement } from "./statements.ts";

type Outcome = NonNullable<NewTask["outcome"]>;

/** From a person's words to something that is done: an action, or what was agreed in the talk. */
export function ActionDialog({
  page,
  statement,
  onClose,
}: {
  page: PatientPage;
  statement: Statement;
  onClose: () => void;
}) {
  const { item, on, words } = statement;
  const { encounter, colleagues = [] } = page;
  const zone = encounter.unit.timezone ?? "Europe/Oslo";
  const saving = useSaving();
  const outcome = useSignal<Outcome>("planned");
  const description = useSignal(proposed(item.linkId, words));
  const owner = useSignal(colleagues.some(({ code }) => code === staff.value?.id) ? (staff.value?.id ?? "") : "");
  const due = useSignal(dayOnClock(now.value, zone));
  const planned = outcome.value === "planned";
  const save = () =>
    act(() =>
      api.newTask({
        encounter: encounter.id,
        outcome: outcome.value,
        description: description.value.trim(),
        quote: { version: on.versions.at(-1) ?? "", linkId: item.linkId, text: words },
        ...(planned && { owner: owner.value, due: due.value }),
      }),
    );
  const saved = (): void => {
    announce(_("Saved. The patient sees it."));
    onClose();
  };
  return (
    <Dialog title={_("Do something about this")} onClose={onClose}>
      <Words of={encounter.patient.given} small lang={on.response.language}>
        {words}
      </Words>
      <SavingForm saving={saving} save={save} onSaved={saved} words={_("Save, and tell the patient")}>
        <Radios
          row
          label={_("What was agreed?")}
          value={outcome.value}
          onValue={(value) => (outcome.value = value as Outcome)}
          options={[
            { value: "planned", words: _("We shall do it") },
            { value: "done-at-once", words: _("Done at once") },
            { value: "cannot", words: _("We cannot, and have explained why") },
          ]}
        />
        <WordsField
          label={outcome.value === "cannot" ? _("What you explained") : _("What we do")}
          hint={_("The patient reads this. Use plain words.")}
          value={description.value}
          onValue={(value) => (description.value = value)}
          rows={2}
          maxLength={1000}
          required
        />
        {planned && (
          <div class="two">
            <Select
              label={_("Who does it")}
              value={owner.value}
              onValue={(value) => (owner.value = value)}
              options={[
                { value: "", words: _("Nobody yet") },
                ...colleagues.map(({ code, display }) => ({ value: code, words: display || code })),
              ]}
            />
            <Field type="date" label={_("By which day")} value={due.value} onValue={(value) => (due.value = value)} />
          </div>
        )}
      </SavingForm>
    </Dialog>
  );
}
