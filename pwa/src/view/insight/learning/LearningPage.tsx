import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Learning, Unit } from "../../../domain/wire.ts";
import { _, timeZone } from "../../../i18n/index.ts";
import type { Fault } from "../../../sync/api.ts";
import { Button } from "../../parts/Button.tsx";
import { Problem } from "../../parts/Problem.tsx";
import * as api from "../../team/api.ts";
import { faultOf } from "../../team/saving.ts";
import { spot } from "../route.ts";
import { Modules } from "./Modules.tsx";
import { OneModule } from "./OneModule.tsx";
import "./learning.css";

/** Kept while one goes between the page of all modules and the page of one. */
const of = signal<Learning["of"]>("unit");

/** Whether what people are given to read helps: for whoever answers for the texts. */
export function LearningPage({ unit }: { unit: Unit }) {
  const found = useSignal<Learning | null>(null);
  const fault = useSignal<Fault | "">("");
  const load = (): void => {
    const wanted = of.value;
    fault.value = "";
    api.learning(unit.id, wanted).then(
      (told) => {
        if (of.value === wanted) found.value = told;
      },
      (problem: unknown) => (fault.value = faultOf(problem)),
    );
  };
  useEffect(() => {
    timeZone.value = unit.timezone ?? "Europe/Oslo";
    load();
  }, [of.value]);
  const { module } = spot.value;
  const learning = found.value;
  return (
    <main class="insight learning stack wide" aria-busy={!learning && !fault.value}>
      {fault.value && !learning && <h1>{_("Learning")}</h1>}
      <Problem slug={fault.value} />
      {fault.value && <Button onClick={load}>{_("Try again")}</Button>}
      {learning &&
        (module ? (
          <OneModule key={module} learning={learning} module={module} scope={<Scope unit={unit} />} />
        ) : (
          <Modules learning={learning} scope={<Scope unit={unit} />} />
        ))}
    </main>
  );
}

function Scope({ unit }: { unit: Unit }) {
  return (
    <select
      class="field no-print"
      aria-label={_("Whose figures")}
      value={of.value}
      onChange={(event) => (of.value = event.currentTarget.value as Learning["of"])}
    >
      <option value="unit">{unit.name}</option>
      <option value="organization">{_("All of {organization}", { organization: unit.organizationName || _("the house") })}</option>
    </select>
  );
}
