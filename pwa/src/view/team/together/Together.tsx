import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { instant, uuid7 } from "../../../domain/ids.ts";
import { question, questions, type Item, type Questionnaire } from "../../../domain/questionnaire/index.ts";
import type { PatientPage, Unit } from "../../../domain/wire.ts";
import { _, isLanguage, language } from "../../../i18n/index.ts";
import { ApiProblem, type Fault } from "../../../sync/api.ts";
import { announce } from "../../parts/announce.ts";
import { Field } from "../../parts/Field.tsx";
import { Problem } from "../../parts/Problem.tsx";
import * as api from "../api.ts";
import * as content from "../content.ts";
import { act } from "../page/page.ts";
import { saidOn } from "../page/statements.ts";
import { SavingForm } from "../parts/Dialog.tsx";
import { useWarning } from "../parts/useWarning.ts";
import { go, pathTo } from "../route.ts";
import { faultOf, useSaving } from "../saving.ts";
import { signature, staff } from "../session.ts";
import { Question } from "./Question.tsx";
import { SpeakerChoice } from "./SpeakerChoice.tsx";
import { done, EMPTY, given, OTHER, sheetOf, someTyped, speakers, type Sheet as Typing, type Typed } from "./typed.ts";
import { together } from "./questions.ts";
import { written } from "./versions.ts";

interface Asked {
  page: PatientPage;
  unit: Unit;
  room: "together" | "paper";
}

/** Three questions asked by the bed, or a whole paper form typed in: saved as one whole answer. */
export function Together({ page, unit, room }: Asked) {
  const form = useSignal<Questionnaire | null>(null);
  const fault = useSignal<Fault | "">("");
  const path = page.forms?.[0] ?? "";
  useEffect(() => {
    content.form(path).then(
      (found) => (form.value = found),
      (problem: unknown) => (fault.value = faultOf(problem)),
    );
  }, [path]);
  return (
    <section class="together stack" aria-labelledby="together">
      <h2 id="together">{room === "together" ? _("Fill in together") : _("Type in from paper")}</h2>
      <Problem slug={fault.value} />
      {form.value && <Sheet page={page} unit={unit} room={room} form={form.value} />}
    </section>
  );
}

function Sheet({ page, unit, room, form }: Asked & { form: Questionnaire }) {
  const { encounter } = page;
  const key = `${encounter.id}/${room}`;
  const said = useMemo(() => saidOn(page), [page]);
  const who = useMemo(() => speakers(page, said), [page]);
  const sheet = useMemo(() => sheetOf(key, said, who), [key]);
  const saving = useSaving();
  const asked: readonly Item[] = room === "together" ? together(form) : questions(form.item);
  const dirty = useComputed(() => someTyped(sheet.value));
  useWarning(dirty.value);
  const spoken = isLanguage(encounter.patient.language ?? "") ? (encounter.patient.language ?? "nb") : language.value;
  const put = (next: Partial<Typing>): void => void (sheet.value = { ...sheet.value, ...next });
  const set = (linkId: string, next: Partial<Typed>): void => {
    const { typed } = sheet.value;
    put({ typed: { ...typed, [linkId]: { ...(typed[linkId] ?? EMPTY), ...next, touched: true } } });
  };
  const save = () =>
    act(async (now) => {
      const me = staff.value;
      const versions = written({
        page: now,
        form: 0,
        questionnaire: `${form.url}|${form.version}`,
        language: spoken,
        origin: room === "together" ? "conversation" : "paper",
        given: given(
          sheet.value,
          asked.map((item) => ({ linkId: item.linkId, text: question(item, spoken) })),
          who,
        ),
        writtenBy: { kind: "staff", name: signature(encounter.unit) },
        author: `Practitioner/${me?.id ?? ""}`,
        now: instant(),
        id: uuid7,
      });
      const { receipts } = await api.putVersions(encounter.id, versions);
      const refused = receipts.find(({ outcome }) => outcome === "refused");
      if (refused) throw new ApiProblem((refused.problem || "unexpected") as Fault);
      done(key);
    });
  const saved = (): void => {
    announce(_("Saved as the patient's answer."));
    go(pathTo(unit.id, encounter.id));
  };
  return (
    <SavingForm
      saving={saving}
      save={save}
      onSaved={saved}
      words={_("Save the answers")}
      more={
        <a class="button plain" href={pathTo(unit.id, encounter.id)}>
          {dirty.value ? _("Back. What is typed stays here") : _("Back")}
        </a>
      }
    >
      <SpeakerChoice
        label={_("Who says it?")}
        who={who}
        value={sheet.value.speaker}
        onValue={(speaker) => put({ speaker })}
      />
      {sheet.value.speaker === OTHER && (
        <div class="two">
          <Field
            label={_("First name")}
            required
            value={sheet.value.other.name}
            onValue={(name) => put({ other: { ...sheet.value.other, name } })}
            maxLength={80}
          />
          <Field
            label={_("Is the patient's (daughter, friend ...)")}
            required
            value={sheet.value.other.relation}
            onValue={(relation) => put({ other: { ...sheet.value.other, relation } })}
            maxLength={80}
          />
        </div>
      )}
      {asked.map((item) => (
        <Question
          key={item.linkId}
          item={item}
          language={language.value}
          who={who}
          speaker={sheet.value.speaker}
          typed={sheet.value.typed[item.linkId] ?? EMPTY}
          onTyped={(next) => set(item.linkId, next)}
        />
      ))}
    </SavingForm>
  );
}
