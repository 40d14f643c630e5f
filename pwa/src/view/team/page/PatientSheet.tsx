import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Questionnaire } from "../../../domain/questionnaire.ts";
import type { PatientPage } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import { Wish } from "../arrivals/Wish.tsx";
import * as content from "../content.ts";
import { Actions } from "./Actions.tsx";
import { Answers } from "./Answers.tsx";
import { Modules } from "./Modules.tsx";
import { show } from "./page.ts";
import { ReadBar } from "./ReadBar.tsx";
import { saidOn, shownOptions } from "./statements.ts";
import { TodayLines } from "./TodayLines.tsx";
import { Unanswered } from "./Unanswered.tsx";

/** One page per patient, what matters first. */
export function PatientSheet({ page }: { page: PatientPage }) {
  const forms = useSignal<readonly Questionnaire[]>([]);
  const paths = page.forms ?? [];
  useEffect(() => {
    // Without the form the answers stand as the patient saw them.
    void Promise.all(paths.map((path) => content.form(path))).then((all) => (forms.value = all), () => undefined);
  }, [paths.join()]);
  const said = useMemo(() => saidOn(page, shownOptions(forms.value, language.value)), [page, forms.value, language.value]);
  const { encounter, attention } = page;
  return (
    <>
      <ReadBar page={page} said={said} />
      {attention && attention.wish !== "no" && (
        <Wish stay={{ encounter: encounter.id, attention }} unit={encounter.unit} onTaken={() => show(encounter.id)} />
      )}
      {said.length > 0 ? <Answers page={page} said={said} /> : <Unanswered page={page} />}
      <div class="lower">
        <Actions page={page} />
        <TodayLines page={page} />
        <Modules page={page} />
      </div>
      {page.talked && <p class="quiet">{talkedWords(page.talked)}</p>}
    </>
  );
}

function talkedWords(talked: string): string {
  if (talked === "yes") return _("Asked if somebody talked about what was written: yes.");
  return talked === "little" ? _("Asked if somebody talked about what was written: a little.") : _("Asked if somebody talked about what was written: no.");
}
