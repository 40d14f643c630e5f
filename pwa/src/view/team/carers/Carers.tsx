import { useSignal } from "@preact/signals";
import type { Carer, PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import * as api from "../api.ts";
import { act } from "../page/page.ts";
import { NotSaved } from "../parts/NotSaved.tsx";
import { useSaving } from "../saving.ts";
import { isNurse } from "../session.ts";
import { dayWords } from "../words.ts";
import { CarerDialog } from "./CarerDialog.tsx";
import { CarerSheet } from "./CarerSheet.tsx";
import { OwnForm } from "./OwnForm.tsx";
import { OwnAnswers } from "./OwnAnswers.tsx";
import { groundWords, statusWords } from "./words.ts";

type Opened = { readonly what: "new" | "change" | "sheet" | "together"; readonly carer?: Carer } | null;

/** Who helps at home: what each sees and on whose word, what they tell of themselves, and whether to ask alone. */
export function Carers({ page }: { page: PatientPage }) {
  const { encounter, carers = [] } = page;
  const opened = useSignal<Opened>(null);
  const close = (): void => void (opened.value = null);
  const may = isNurse.value && !encounter.ended;
  return (
    <section class="stack" aria-labelledby="carers">
      <h2 id="carers">{_("Those who help")}</h2>
      {carers.length === 0 && <p class="quiet">{_("Nobody helps with Viktig yet.")}</p>}
      <ul class="plain stack">
        {carers.map((carer) => (
          <li key={carer.id} class="stack tight">
            <One page={page} carer={carer} may={may} onOpen={(what) => (opened.value = { what, carer })} />
            <OwnAnswers page={page} carer={carer} />
          </li>
        ))}
      </ul>
      {may && (
        <div class="row no-print">
          <Button kind="second" onClick={() => (opened.value = { what: "new" })}>
            {_("Register somebody who helps")}
          </Button>
          <AskAlone page={page} />
        </div>
      )}
      {opened.value?.what === "sheet" && opened.value.carer && (
        <CarerSheet page={page} carer={opened.value.carer} onClose={close} />
      )}
      {opened.value?.what === "together" && opened.value.carer && (
        <OwnForm page={page} carer={opened.value.carer} onClose={close} />
      )}
      {(opened.value?.what === "new" || opened.value?.what === "change") && (
        <CarerDialog page={page} carer={opened.value.carer} onClose={close} />
      )}
    </section>
  );
}

interface Shown {
  page: PatientPage;
  carer: Carer;
  may: boolean;
  onOpen: (what: "change" | "sheet" | "together") => void;
}

function One({ page: { encounter }, carer, may, onOpen }: Shown) {
  const saving = useSaving();
  const { name, relation, until, lookAgain, overdue } = carer;
  const end = () =>
    saving.save(async () => {
      await act(() => api.endCarer(encounter.id, carer.id));
      announce(_("Ended. {name} sees nothing of the patient's.", { name }));
    });
  return (
    <>
      <p>
        <b>{relation ? _("{name} ({relation})", { name, relation }) : name}</b>
      </p>
      <p>{statusWords(carer)}</p>
      <p class="quiet">
        {groundWords(carer, encounter.unit)} {until && _("To and including {day}.", { day: dayWords(until, encounter.unit) })}{" "}
        {lookAgain && !overdue && _("Look again {day}.", { day: dayWords(lookAgain, encounter.unit) })}
      </p>
      {overdue && (
        <p class="flag">
          {_("Look again: can {given} decide who helps now? It was to be looked at {day}.", {
            given: encounter.patient.given,
            day: dayWords(lookAgain ?? "", encounter.unit),
          })}
        </p>
      )}
      {may && (
        <div class="row no-print">
          <Button kind="plain" onClick={() => onOpen("change")}>
            {carer.status === "ended" ? _("Let help again") : _("Change")}
            <span class="unseen">: {name}</span>
          </Button>
          {carer.status !== "ended" && (
            <>
              <Button kind="plain" onClick={() => onOpen("sheet")}>
                {_("Code for {name}", { name })}
              </Button>
              <Button kind="plain" onClick={() => onOpen("together")}>
                {_("Fill in with {name}", { name })}
              </Button>
              <Button kind="plain" onClick={() => void end()} aria-disabled={saving.busy.value}>
                {_("End it for {name}", { name })}
              </Button>
            </>
          )}
        </div>
      )}
      <NotSaved fault={saving.fault.value} />
    </>
  );
}

/** Set by staff, and told to nobody but staff. */
function AskAlone({ page: { encounter } }: { page: PatientPage }) {
  const saving = useSaving();
  const on = encounter.askAlone ?? false;
  const toggle = () => saving.save(() => act(() => api.setAskAlone(encounter.id, !on, encounter.tag ?? "")));
  return (
    <>
      <Button kind="plain" onClick={() => void toggle()} aria-pressed={on} aria-disabled={saving.busy.value}>
        {on ? _("Ask alone: on") : _("Ask the patient alone")}
      </Button>
      <NotSaved fault={saving.fault.value} />
    </>
  );
}
