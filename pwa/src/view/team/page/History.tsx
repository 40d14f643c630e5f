import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { meaning, spot } from "../../../domain/join.ts";
import type { Patient, PatientPage, QuestionnaireResponse, ResponseItem, StoredVersion } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import type { Fault } from "../../../sync/api.ts";
import { answerWords } from "../../parts/answerWords.ts";
import { Problem } from "../../parts/Problem.tsx";
import { Words } from "../../parts/Words.tsx";
import * as api from "../api.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { faultOf } from "../saving.ts";
import { at, sentence } from "../words.ts";
import { formOf } from "../../../domain/questionnaire/form.ts";
import { question } from "../../../domain/questionnaire/index.ts";
import { called } from "./labels.ts";
import { spoken } from "./speakers.ts";
import { urlOf, type Forms } from "./told.ts";
import { useForms } from "./useTold.ts";

type Sent = StoredVersion & { readonly content: QuestionnaireResponse };

/** Every version that was sent, the newest first, each with what it said anew. */
export function History({ page, onClose }: { page: PatientPage; onClose: () => void }) {
  const { id, unit } = page.encounter;
  const versions = useSignal<readonly Sent[] | null>(null);
  const fault = useSignal<Fault | "">("");
  const forms = useForms((versions.value ?? []).map(({ content }) => content.questionnaire), unit);
  useEffect(() => {
    const documents = (page.answers ?? []).map(({ document }) => document);
    Promise.all(documents.map((document) => api.history(id, document))).then(
      (all) => (versions.value = all.flatMap((each) => each.versions as readonly Sent[])),
      (problem: unknown) => (fault.value = faultOf(problem)),
    );
  }, []);
  const sent = (versions.value ?? []).filter(
    ({ content: { status } }) => status === "completed" || status === "amended",
  );
  const newest = [...sent].sort((a, b) => (a.received < b.received ? 1 : -1));
  return (
    <Dialog title={_("Earlier answers")} onClose={onClose} wide>
      <Problem slug={fault.value} />
      <ol class="plain-list stack" aria-busy={versions.value === null && !fault.value}>
        {newest.map((version) => (
          <li key={version.version} class="stack tight">
            <h3>
              {sentence(
                _("{when}, written by {name}", {
                  when: at(version.received, unit.timezone),
                  name: version.authorName || _("somebody"),
                }),
              )}
              {version.content.audience === "staff" && `. ${_("Only for health personnel")}`}
            </h3>
            {saidAnew(version, sent).map((item, place) => (
              <Anew key={place} item={item} on={version.content} forms={forms} patient={page.encounter.patient} />
            ))}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

interface Changed {
  item: ResponseItem;
  on: QuestionnaireResponse;
  forms: Forms;
  patient: Patient;
}

function Anew({ item, on, forms, patient }: Changed) {
  const { linkId, text = "", answer, declined, saidBy, writtenBy } = item;
  const form = forms.get(on.questionnaire);
  const node = form && formOf(form).nodes.get(linkId);
  const plain = saidBy.kind === "patient" && writtenBy.kind === "patient";
  return (
    <div>
      <p class="quiet">{called(urlOf(on.questionnaire), linkId, (node && question(node.item, language.value)) || text)}</p>
      {declined || !answer ? (
        <p>{declined ? _("Asked, and would rather not say.") : _("Taken away")}</p>
      ) : (
        <Words small of={patient.given} lang={on.language} by={plain ? undefined : spoken(item, patient)}>
          {answerWords(answer, node, language.value)}
        </Words>
      )}
    </div>
  );
}

/** What a version says that the sent versions it was written on did not; a taken answer as an item without one. */
export function saidAnew(version: Sent, sent: readonly Sent[]): readonly ResponseItem[] {
  const below = sent
    .filter((each) => each.id === version.id && each.received < version.received)
    .sort((a, b) => (a.received < b.received ? -1 : 1))
    .at(-1);
  const [before, after] = [below?.content.item ?? [], version.content.item ?? []];
  const known = new Set(before.map((item) => `${spot(item)} ${meaning([item])}`));
  const there = new Set(after.map(spot));
  const gone = before
    .filter((item) => !there.has(spot(item)))
    .map(({ answer: _gone, ...item }) => ({ ...item, declined: false }));
  return [...after.filter((item) => !known.has(`${spot(item)} ${meaning([item])}`)), ...gone];
}
