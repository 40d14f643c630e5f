import { useSignal } from "@preact/signals";
import type { PatientPage, Place } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import { languageName } from "../../parts/languageName.ts";
import * as api from "../api.ts";
import { NotSaved } from "../parts/NotSaved.tsx";
import { useSaving } from "../saving.ts";
import { isNurse } from "../session.ts";
import { act } from "./page.ts";
import type { Told } from "./told.ts";
import { TranslationDialog } from "./TranslationDialog.tsx";
import { foreignIn, seemsForeign } from "./tongue.ts";

/** Answers in a language that not everybody here reads: say so, see to an interpreter, translate. */
export function Foreign({ page, told }: { page: PatientPage; told: Told }) {
  const tongue = foreignIn(told.answers);
  const seems = seemsForeign(told);
  const opened = useSignal(false);
  if (!tongue && !seems) return null;
  const translated = told.answers.every(({ translations = [] }) => translations.some(({ translation }) => translation.item?.length));
  return (
    <div class="notice no-print">
      <div class="stack tight">
        <p>
          <b>
            {tongue
              ? _("Answered in {language}.", { language: languageName(tongue) })
              : _("This looks as if it was answered in another language.")}
          </b>{" "}
          {_("Read it together with an interpreter.")} {tongue && <Booking page={page} />}
        </p>
        {isNurse.value && (
          <div class="row">
            {tongue && <Needed page={page} language={languageName(tongue)} />}
            <Button kind="second" onClick={() => (opened.value = true)}>
              {tongue ? (translated ? _("Change the translation") : _("Add a translation")) : _("Say which language, or translate")}
            </Button>
          </div>
        )}
        {opened.value && <TranslationDialog page={page} told={told} onClose={() => (opened.value = false)} />}
      </div>
    </div>
  );
}

/** Viktig books nobody: it says how it is done here. */
function Booking({ page: { encounter } }: { page: PatientPage }) {
  const { interpreters } = encounter.unit;
  const how = interpreters ? _("Book an interpreter: {how}.", { how: interpreters.replace(/\.$/, "") }) : _("Book an interpreter the way you usually do.");
  return <>{how}</>;
}

/** One click notes it on the stay, where everybody sees it. */
function Needed({ page: { encounter }, language }: { page: PatientPage; language: string }) {
  const saving = useSaving();
  const { patient, room = "", bed = "", plannedDischarge = "" } = encounter;
  if (patient.interpreter || encounter.ended) return null;
  const place: Place = { room, bed, plannedDischarge, interpreter: language };
  const note = () => saving.save(() => act((now) => api.setPlace(encounter.id, place, now.encounter.tag ?? "")));
  return (
    <>
      <Button kind="second" onClick={() => void note()} aria-disabled={saving.busy.value}>
        {_("Note that an interpreter is needed")}
      </Button>
      <NotSaved fault={saving.fault.value} />
    </>
  );
}
