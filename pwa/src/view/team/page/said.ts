import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { questions, type Questionnaire } from "../../../domain/questionnaire/index.ts";
import type { PatientPage } from "../../../domain/wire.ts";
import { language } from "../../../i18n/index.ts";
import * as content from "../content.ts";
import { inOrder, saidOn, shownOptions, type Said } from "./statements.ts";

/** What was said, in the form's order and with its options in the reader's language. */
export function useSaid(page: PatientPage): readonly Said[] {
  const forms = useSignal<readonly Questionnaire[]>([]);
  const paths = page.forms ?? [];
  useEffect(() => {
    // Without the form the answers stand as the patient saw them.
    void Promise.all(paths.map((path) => content.form(path))).then(
      (all) => (forms.value = all),
      () => undefined,
    );
  }, [paths.join()]);
  return useMemo(() => {
    const order = forms.value.flatMap((form) => questions(form.item)).map(({ linkId }) => linkId);
    return inOrder(saidOn(page, shownOptions(forms.value, language.value)), order);
  }, [page, forms.value, language.value]);
}
