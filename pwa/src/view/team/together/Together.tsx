import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Questionnaire } from "../../../domain/questionnaire/index.ts";
import type { PatientPage, Unit } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import type { Fault } from "../../../sync/api.ts";
import { announce } from "../../parts/announce.ts";
import { Problem } from "../../parts/Problem.tsx";
import * as content from "../content.ts";
import { go, pathTo } from "../route.ts";
import { faultOf } from "../saving.ts";
import { Fill, type Filling } from "./Fill.tsx";
import type { Occasion } from "./occasions.ts";

interface Asked {
  page: PatientPage;
  unit: Unit;
  occasion: Occasion;
}

/** A form by the bed, from paper or in a talk: a page of its own, saved as one version. */
export function Together({ page, unit, occasion }: Asked) {
  const back = pathTo(unit.id, page.encounter.id);
  const saved = (): void => {
    announce(_("Saved as the patient's answer."));
    go(back);
  };
  return (
    <section class="together stack" aria-labelledby="together">
      <h2 id="together">{occasion.title}</h2>
      <WithForm path={occasion.path}>
        {(form) => (
          <Fill
            filling={{ ...occasion, page, form } satisfies Filling}
            words={_("Save the answers")}
            onSaved={saved}
            beside={(dirty) => (
              <a class="button plain" href={back}>
                {dirty ? _("Back. What is typed stays here") : _("Back")}
              </a>
            )}
          />
        )}
      </WithForm>
    </section>
  );
}

/** The form at a path, when it has come. */
export function WithForm({ path, children }: { path: string; children: (form: Questionnaire) => preact.ComponentChildren }) {
  const form = useSignal<Questionnaire | null>(null);
  const fault = useSignal<Fault | "">("");
  useEffect(() => {
    content.form(path).then(
      (found) => (form.value = found),
      (problem: unknown) => (fault.value = faultOf(problem)),
    );
  }, [path]);
  return (
    <>
      <Problem slug={fault.value} />
      {form.value && language.value && children(form.value)}
    </>
  );
}
