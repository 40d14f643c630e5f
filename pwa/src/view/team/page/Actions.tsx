import { useSignal } from "@preact/signals";
import type { PatientPage, Task, Unit } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import { Words } from "../../parts/Words.tsx";
import * as api from "../api.ts";
import { NotSaved } from "../parts/NotSaved.tsx";
import { useSaving } from "../saving.ts";
import { at, dayWords, statusWords } from "../words.ts";
import { helpedWords } from "./helpedWords.ts";
import { act } from "./page.ts";
import { TaskDialog } from "./TaskDialog.tsx";

/** What is done about the answers, and whether it helped. */
export function Actions({ page }: { page: PatientPage }) {
  const tasks = page.tasks ?? [];
  return (
    <section class="card" aria-labelledby="actions">
      <h2 id="actions">{_("What we do")}</h2>
      {tasks.length === 0 && (
        <p class="quiet no-print">{_("Nothing yet. Make it from an answer: “Do something about this”.")}</p>
      )}
      {tasks.length > 0 && (
        <ul class="plain-list stack tight">
          {tasks.map((task) => (
            <Action key={task.id} task={task} page={page} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Action({ task, page }: { task: Task; page: PatientPage }) {
  const { unit } = page.encounter;
  const saving = useSaving();
  const changing = useSignal(false);
  const next = task.status === "requested" ? "in-progress" : "completed";
  const open = task.outcome === "planned" && (task.status === "requested" || task.status === "in-progress");
  const forward = () =>
    saving.save(() =>
      act(() =>
        api.changeTask(
          task.id,
          { status: next, description: task.description, owner: task.owner ?? "", due: task.due ?? "" },
          task.tag ?? "",
        ),
      ),
    );
  // Somebody else was first: the dialog shows what stands now.
  const meanwhile = saving.fault.value === "changed-meanwhile";
  return (
    <li class="action">
      <p>{task.description}</p>
      <p class="quiet">
        {[stateOf(task, unit), ...helpedWords(task)].join(" ")}
      </p>
      {task.helpedWords && (
        <Words small of={page.encounter.patient.given}>
          {task.helpedWords}
        </Words>
      )}
      {open && (
        <div class="row no-print">
          <Button kind="second" onClick={forward} aria-disabled={saving.busy.value}>
            {next === "in-progress" ? _("Started") : _("Done")}
          </Button>
          <Button kind="plain" onClick={() => (changing.value = true)}>
            {_("Change")}
          </Button>
        </div>
      )}
      {!meanwhile && <NotSaved fault={saving.fault.value} />}
      {meanwhile && (
        <p role="alert">{_("Not saved. Somebody else changed this first. It stands above as it is now.")}</p>
      )}
      {changing.value && <TaskDialog task={task} page={page} onClose={() => (changing.value = false)} />}
    </li>
  );
}

function stateOf(task: Task, unit: Unit): string {
  if (task.outcome === "done-at-once")
    return _("Agreed and done at once, {when}.", { when: at(task.madeAt, unit.timezone) });
  if (task.outcome === "cannot")
    return _("Agreed: cannot be done, explained {when}.", { when: at(task.madeAt, unit.timezone) });
  const owner = task.ownerName ? _("{name} does it", { name: task.ownerName }) : _("Nobody does it yet");
  const due = task.due ? _("At the latest {day}", { day: dayWords(task.due, unit) }) : "";
  return `${[statusWords(task.status), owner, due].filter(Boolean).join(". ")}.`;
}
