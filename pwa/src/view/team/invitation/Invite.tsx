import { useSignal } from "@preact/signals";
import type { Invitation, PatientPage } from "../../../domain/wire.ts";
import { _, isLanguage, LANGUAGES, type Language } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import * as api from "../api.ts";
import * as content from "../content.ts";
import { act } from "../page/page.ts";
import { Dialog, SavingForm } from "../parts/Dialog.tsx";
import { NotSaved } from "../parts/NotSaved.tsx";
import { Select } from "../parts/fields.tsx";
import { printPaper } from "../parts/paper.ts";
import { useSaving } from "../saving.ts";
import { at } from "../words.ts";
import { Blank } from "./Blank.tsx";
import { inFours } from "../../parts/code.ts";
import { Qr } from "../../parts/Qr.tsx";
import { Remind } from "./Remind.tsx";
import { Sheet } from "./Sheet.tsx";

interface Asked {
  page: PatientPage;
  onClose: () => void;
}

/** The way in for a phone: shown large, read out, or printed. It is shown once; we keep no copy of the code. */
export function Invite({ page, onClose }: Asked) {
  const made = useSignal<Invitation | null>(null);
  return (
    <Dialog title={_("Invitation")} onClose={onClose} wide>
      {made.value ? (
        <Made page={page} invitation={made.value} />
      ) : (
        <Make page={page} onMade={(invitation) => (made.value = invitation)} />
      )}
    </Dialog>
  );
}

function Make({ page, onMade }: { page: PatientPage; onMade: (invitation: Invitation) => void }) {
  const saving = useSaving();
  const days = useSignal("7");
  const { invitations = [], encounter } = page;
  const open = invitations.filter(({ state }) => state === "open");
  const make = () => act(() => api.invite(encounter.id, Number(days.value))).then(onMade);
  return (
    <>
      <SavingForm saving={saving} save={make} onSaved={() => undefined} words={_("Make an invitation")}>
        <p>
          {_(
            "The patient opens it on a phone and types the birth date. It works once, and stops when the patient moves or goes home.",
          )}
        </p>
        <Select
          label={_("It works for")}
          value={days.value}
          onValue={(value) => (days.value = value)}
          options={[
            { value: "1", words: _("1 day") },
            { value: "7", words: _("7 days") },
            { value: "30", words: _("30 days") },
          ]}
        />
        <PaperOnly page={page} />
      </SavingForm>
      <Remind page={page} />
      {open.map(({ id, made: since, expires }) => (
        <Open key={id} page={page} id={id} made={since} expires={expires} />
      ))}
    </>
  );
}

function Open({ page, id, made, expires }: { page: PatientPage; id: string; made: string; expires: string }) {
  const saving = useSaving();
  const { encounter } = page;
  const zone = encounter.unit.timezone;
  return (
    <div class="notice">
      <p>
        {_("One was made {when} and is not used. It works until {until}.", {
          when: at(made, zone),
          until: at(expires, zone),
        })}
      </p>
      <div class="row">
        <Button kind="second" onClick={() => saving.save(() => act(() => api.uninvite(encounter.id, id)))}>
          {_("Stop it")}
        </Button>
      </div>
      <NotSaved fault={saving.fault.value} />
    </div>
  );
}

function useLanguage(page: PatientPage) {
  const first = page.encounter.patient.language ?? "";
  return useSignal<Language>(isLanguage(first) ? first : "nb");
}

function LanguageChoice({ value, onValue }: { value: Language; onValue: (language: Language) => void }) {
  return (
    <Select
      label={_("The paper speaks")}
      value={value}
      onValue={(tag) => isLanguage(tag) && onValue(tag)}
      options={Object.entries(LANGUAGES).map(([tag, { name }]) => ({ value: tag, words: name }))}
    />
  );
}

function Made({ page, invitation }: { page: PatientPage; invitation: Invitation }) {
  const language = useLanguage(page);
  const { unit } = page.encounter;
  const print = () => printPaper(<Sheet invitation={invitation} unit={unit} language={language.value} />);
  return (
    <div class="stack">
      <div class="invitation">
        <Qr svg={invitation.qr} label={_("QR code of the invitation")} />
        <div class="stack">
          <p>{_("Let the patient point the phone's camera at the square, or type this code:")}</p>
          <p class="code">{inFours(invitation.code)}</p>
          <p class="quiet">
            {_("The code works until {code}, the square until {link}. They are shown only now.", {
              code: at(invitation.codeExpires, unit.timezone),
              link: at(invitation.expires, unit.timezone),
            })}
          </p>
          <LanguageChoice value={language.value} onValue={(next) => (language.value = next)} />
          <div class="row">
            <Button icon="print" onClick={print}>
              {_("Print the sheet")}
            </Button>
            <PrintBlank page={page} language={language.value} />
          </div>
        </div>
      </div>
    </div>
  );
}

function PaperOnly({ page }: { page: PatientPage }) {
  const language = useLanguage(page);
  return (
    <details class="paper-only">
      <summary>{_("No phone? Print the form on paper")}</summary>
      <div class="row">
        <LanguageChoice value={language.value} onValue={(next) => (language.value = next)} />
        <PrintBlank page={page} language={language.value} />
      </div>
    </details>
  );
}

function PrintBlank({ page, language }: { page: PatientPage; language: Language }) {
  const saving = useSaving();
  const print = () =>
    saving.save(async () => {
      // On paper what counts is asked, and nothing besides.
      const forms = await Promise.all((page.forms ?? []).slice(0, 1).map((path) => content.form(path)));
      printPaper(<Blank forms={forms} page={page} language={language} />);
    });
  return (
    <>
      <Button kind="second" icon="print" onClick={print}>
        {_("Print the form in large type")}
      </Button>
      <NotSaved fault={saving.fault.value} />
    </>
  );
}
