import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { instant, uuid7 } from "../../../domain/ids.ts";
import { question, questions, type Questionnaire } from "../../../domain/questionnaire/index.ts";
import type { Carer, PatientPage, Speaker } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import { ApiProblem, type Fault } from "../../../sync/api.ts";
import { announce } from "../../parts/announce.ts";
import { Problem } from "../../parts/Problem.tsx";
import * as api from "../api.ts";
import * as content from "../content.ts";
import { act } from "../page/page.ts";
import { saidOn } from "../page/statements.ts";
import { Dialog, SavingForm } from "../parts/Dialog.tsx";
import { faultOf, useSaving } from "../saving.ts";
import { signature, staff } from "../session.ts";
import { Question } from "../together/Question.tsx";
import { done, EMPTY, given, sheetOf, type Typed } from "../together/typed.ts";
import { written } from "../together/versions.ts";
import { ownPage } from "./own.ts";

interface Asked {
  page: PatientPage;
  carer: Carer;
  onClose: () => void;
}

/** The carer's own form, asked aloud: their words, for the care team unless they want the patient to see them too. */
export function CarerTogether(asked: Asked) {
  const form = useSignal<Questionnaire | null>(null);
  const fault = useSignal<Fault | "">("");
  const path = asked.page.carerForms?.[0] ?? "";
  useEffect(() => {
    content.form(path).then(
      (found) => (form.value = found),
      (problem: unknown) => (fault.value = faultOf(problem)),
    );
  }, [path]);
  return (
    <Dialog title={_("Fill in with {name}", { name: asked.carer.name })} onClose={asked.onClose} wide>
      <Problem slug={fault.value} />
      {form.value && <Sheet {...asked} form={form.value} />}
    </Dialog>
  );
}

/** Of themselves somebody tells the care team first. */
const BLANK: Typed = { ...EMPTY, staff: true };

function Sheet({ page, carer, onClose, form }: Asked & { form: Questionnaire }) {
  const { encounter } = page;
  const key = `${encounter.id}/carer/${carer.id}`;
  const who = useMemo(
    () => new Map<string, Speaker>([[carer.id, { kind: "related", name: carer.name, ...(carer.relation && { relation: carer.relation }) }]]),
    [carer.id],
  );
  const sheet = useMemo(() => sheetOf(key, saidOn(ownPage(page, carer)), who), [key]);
  const saving = useSaving();
  const asked = questions(form.item);
  const set = (link: string, next: Partial<Typed>): void => {
    const { typed } = sheet.value;
    sheet.value = { ...sheet.value, typed: { ...typed, [link]: { ...(typed[link] ?? BLANK), ...next, touched: true } } };
  };
  const save = () =>
    act(async (now) => {
      const texts = asked.map((item) => ({ linkId: item.linkId, text: question(item, language.value) }));
      const versions = written({
        page: ownPage(now, carer),
        form: 0,
        questionnaire: `${form.url}|${form.version}`,
        subject: `RelatedPerson/${carer.id}`,
        language: language.value,
        origin: "conversation",
        given: given({ ...sheet.value, speaker: carer.id }, texts, who),
        writtenBy: { kind: "staff", name: signature(encounter.unit) },
        author: `Practitioner/${staff.value?.id ?? ""}`,
        now: instant(),
        id: uuid7,
      });
      const { receipts } = await api.putVersions(encounter.id, versions);
      const refused = receipts.find(({ outcome }) => outcome === "refused");
      if (refused) throw new ApiProblem((refused.problem || "unexpected") as Fault);
      done(key);
    });
  const saved = (): void => {
    announce(_("Saved as {name}'s own answer.", { name: carer.name }));
    onClose();
  };
  return (
    <SavingForm saving={saving} save={save} onSaved={saved} words={_("Save the answers")}>
      <p>
        {_("Only we see the answers. Take away the tick at an answer that {name} wants {given} to see.", {
          name: carer.name,
          given: encounter.patient.given,
        })}
      </p>
      {asked.map((item) => (
        <Question
          key={item.linkId}
          item={item}
          language={language.value}
          who={who}
          speaker={carer.id}
          typed={sheet.value.typed[item.linkId] ?? BLANK}
          onTyped={(next) => set(item.linkId, next)}
        />
      ))}
    </SavingForm>
  );
}
