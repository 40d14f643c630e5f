import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Questionnaire } from "../../../domain/questionnaire/index.ts";
import type { PatientPage, Unit } from "../../../domain/wire.ts";
import { language } from "../../../i18n/index.ts";
import * as content from "../content.ts";
import { type Forms, type Told, toldOn } from "./told.ts";

/** The forms of these names (`url|version`). Without its form an answer stands as whoever gave it saw it. */
export function useForms(names: readonly string[], { organization }: Unit): Forms {
  const forms = useSignal<Forms>(new Map());
  const wanted = [...new Set(names)].sort();
  useEffect(() => {
    let here = true;
    const got = wanted.map(async (name): Promise<[string, Questionnaire][]> => content.formCalled(name, organization).then((form) => [[name, form]], () => []));
    void Promise.all(got).then((all) => here && (forms.value = new Map(all.flat())));
    return () => void (here = false);
  }, [wanted.join()]);
  return forms.value;
}

/** What was told, form by form, in the reader's language. */
export function useTold(page: PatientPage): readonly Told[] {
  const names = (page.answers ?? []).map(({ response }) => response.questionnaire);
  const forms = useForms(names, page.encounter.unit);
  return useMemo(() => toldOn(page, forms, language.value), [page, forms, language.value]);
}
