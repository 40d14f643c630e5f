import { useSignal } from "@preact/signals";
import type { PatientPage, Task } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Field, WordsField } from "../../parts/Field.tsx";
import * as api from "../api.ts";
import { Dialog, SavingForm } from "../parts/Dialog.tsx";
import { Select } from "../parts/fields.tsx";
import { Meanwhile } from "../parts/Meanwhile.tsx";
import { useSaving } from "../saving.ts";
import { dateDigits, statusWords } from "../words.ts";
import { act } from "./page.ts";

const STATUSES: readonly Task["status"][] = ["requested", "in-progress", "completed", "rejected", "cancelled"];

/** Sets an action right. `task` is what stands now; what stood when the dialog opened is kept beside it. */
export function TaskDialog({ task, page, onClose }: { task: Task; page: PatientPage; onClose: () => void }) {
  const { colleagues = [] } = page;
  const saving = useSaving();
  const seen = useSignal(task);
  const status = useSignal(task.status);
  const description = useSignal(task.description);
  const owner = useSignal(task.owner ?? "");
  const due = useSignal(task.due ?? "");
  const fill = (from: Task): void => {
    [seen.value, status.value, description.value] = [from, from.status, from.description];
    [owner.value, due.value] = [from.owner ?? "", from.due ?? ""];
    saving.fault.value = "";
  };
  const save = (tag = seen.value.tag ?? "") =>
    act(() =>
      api.changeTask(
        task.id,
        { status: status.value, description: description.value.trim(), owner: owner.value, due: due.value },
        tag,
      ),
    );
  return (
    <Dialog title={_("Change what we do")} onClose={onClose}>
      <SavingForm saving={saving} save={() => save()} onSaved={onClose} words={_("Save")}>
        <Meanwhile
          saving={saving}
          before={facts(seen.value)}
          after={facts(task)}
          onTake={() => fill(task)}
          onKeep={() => (seen.value = task)}
        />
        <Select
          label={_("How far it has come")}
          value={status.value}
          onValue={(value) => (status.value = value as Task["status"])}
          options={STATUSES.map((value) => ({ value, words: statusWords(value) }))}
        />
        <WordsField
          label={_("What we do")}
          hint={_("The patient reads this. Use plain words.")}
          value={description.value}
          onValue={(value) => (description.value = value)}
          rows={2}
          maxLength={1000}
          required
        />
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
      </SavingForm>
    </Dialog>
  );
}

const facts = (task: Task): readonly (readonly [string, string])[] => [
  [_("How far it has come"), statusWords(task.status)],
  [_("What we do"), task.description],
  [_("Who does it"), task.ownerName ?? ""],
  [_("By which day"), task.due ? dateDigits(task.due) : ""],
];
