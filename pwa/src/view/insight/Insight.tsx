import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Figures, Unit } from "../../domain/wire.ts";
import { _, timeZone } from "../../i18n/index.ts";
import type { Fault } from "../../sync/api.ts";
import { Button } from "../parts/Button.tsx";
import { Problem } from "../parts/Problem.tsx";
import * as api from "../team/api.ts";
import { Who } from "../team/Bar.tsx";
import { Gate } from "../team/Gate.tsx";
import { following, pathTo } from "../team/route.ts";
import { faultOf } from "../team/saving.ts";
import { isLeader, ownUnits } from "../team/session.ts";
import { Chart } from "./Chart.tsx";
import { LearningPage } from "./learning/LearningPage.tsx";
import { Overview } from "./Overview.tsx";
import { go, LEARNING, read, spot, spotPath } from "./route.ts";
import "../team/team.css";
import "./insight.css";

const follow = following("/insight", go);

/** The ward's figures, counted from the care itself. Never shown for a member of staff. */
export default function Insight() {
  useEffect(() => {
    const back = (): void => void (spot.value = read(location.pathname));
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  return (
    <div class="insight-page" onClick={follow}>
      <Gate>{() => <Chosen />}</Gate>
    </div>
  );
}

function Chosen() {
  const units = ownUnits.value;
  const unit = units.find(({ id }) => id === spot.value.unit) ?? units[0];
  const { measure } = spot.value;
  return (
    <>
      <header class="bar no-print">
        {unit && <Units unit={unit} units={units} />}
        {unit && (
          <nav class="row" aria-label={_("Pages")}>
            <a class="button plain" href={pathTo(unit.id)}>
              {_("The list of patients")}
            </a>
            {measure && (
              <a class="button plain" href={spotPath(unit.id)}>
                {_("Figures")}
              </a>
            )}
            {isLeader.value && measure !== LEARNING && (
              <a class="button plain" href={spotPath(unit.id, LEARNING)}>
                {_("Learning")}
              </a>
            )}
          </nav>
        )}
        <Who />
      </header>
      {unit ? (
        measure === LEARNING ? <LearningPage key={unit.id} unit={unit} /> : <Ward key={unit.id} unit={unit} />
      ) : (
        <main class="calm">{_("You are not placed at any unit yet. Whoever looks after Viktig can do that.")}</main>
      )}
    </>
  );
}

function Units({ unit, units }: { unit: Unit; units: readonly Unit[] }) {
  if (units.length < 2) return <b class="unit-name">{unit.name}</b>;
  return (
    <select
      class="field unit-name"
      aria-label={_("Unit")}
      value={unit.id}
      onChange={(event) => go(spotPath(event.currentTarget.value, spot.value.measure))}
    >
      {units.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Ward({ unit }: { unit: Unit }) {
  const figures = useSignal<Figures | null>(null);
  const fault = useSignal<Fault | "">("");
  const load = (): void => {
    fault.value = "";
    api.figures(unit.id).then(
      (found) => (figures.value = found),
      (problem: unknown) => (fault.value = faultOf(problem)),
    );
  };
  useEffect(() => {
    timeZone.value = unit.timezone ?? "Europe/Oslo";
    load();
  }, []);
  const { measure } = spot.value;
  return (
    <main class="insight stack wide" aria-busy={!figures.value && !fault.value}>
      <Problem slug={fault.value} />
      {fault.value && <Button onClick={load}>{_("Try again")}</Button>}
      {figures.value &&
        (measure ? (
          <Chart key={measure} figures={figures.value} measure={measure} />
        ) : (
          <Overview figures={figures.value} />
        ))}
    </main>
  );
}
