import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Unit } from "../../domain/wire.ts";
import { _, ngettext, timeZone } from "../../i18n/index.ts";
import { announce } from "../parts/announce.ts";
import { ArrivalList, type Listening } from "./arrivals/ArrivalList.tsx";
import { hear, news, open, shown } from "./arrivals/arrivals.ts";
import { live } from "./arrivals/live.ts";
import { Bar } from "./Bar.tsx";
import { Gate } from "./Gate.tsx";
import { Handover } from "./handover/Handover.tsx";
import { listenToKeys } from "./keys.ts";
import { Learn } from "./learn/Learn.tsx";
import { forgetGone } from "./mine.ts";
import { PatientPane } from "./page/PatientPane.tsx";
import { following, go, pathTo, read, where } from "./route.ts";
import { ownUnits } from "./session.ts";
import "./team.css";

const follow = following("/team/", go);

/** The pages of the ward: the list to the left, one patient to the right. */
export default function Team() {
  useEffect(() => {
    const back = (): void => void (where.value = read(location.pathname));
    addEventListener("popstate", back);
    const still = listenToKeys();
    return () => (removeEventListener("popstate", back), still());
  }, []);
  return (
    <div class="team" onClick={follow}>
      <Gate>{() => <Chosen />}</Gate>
    </div>
  );
}

function Chosen() {
  const units = ownUnits.value;
  const unit = units.find(({ id }) => id === where.value.unit) ?? (where.value.unit ? undefined : units[0]);
  useEffect(() => {
    if (unit && !where.value.unit) go(pathTo(unit.id), { replace: true });
  }, [unit]);
  if (!unit) return <Elsewhere units={units} />;
  return <Ward key={unit.id} unit={unit} />;
}

function Elsewhere({ units }: { units: readonly Unit[] }) {
  return (
    <main class="calm stack">
      <h1>{_("This is not one of your units")}</h1>
      {units.length === 0 && <p>{_("You are not placed at any unit yet. Whoever looks after Viktig can do that.")}</p>}
      <ul>
        {units.map(({ id, name }) => (
          <li key={id}>
            <a href={pathTo(id)}>{name}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}

function Ward({ unit }: { unit: Unit }) {
  const listening = useSignal<Listening>("asking");
  const { encounter, room, talk } = where.value;
  useEffect(() => {
    timeZone.value = unit.timezone ?? "Europe/Oslo";
    void open(unit.id).then(() => forgetGone(new Set(shown.value?.stays?.map((stay) => stay.encounter))));
    return live(unit.id, {
      changed: (n) => void hear(unit.id, n),
      open: (is) => {
        // What happened while nobody listened is asked for at once.
        if (is && listening.value === "lost") void hear(unit.id, Infinity);
        listening.value = is ? "open" : "lost";
      },
    });
  }, []);
  const n = news.value.length;
  useEffect(() => {
    if (n > 0) announce(ngettext("{n} new in the list", "{n} new in the list", n));
  }, [n]);
  if (room === "learn") return <Learn unit={unit} module={talk} />;
  if (room === "handover") return <Handover unit={unit} />;
  return (
    <>
      <Bar unit={unit} />
      <main class={encounter ? "panes one" : "panes"}>
        <nav class="list-pane" aria-label={_("Patients")}>
          <ArrivalList unit={unit} listening={listening.value} />
        </nav>
        <div class="page-pane" id="patient" tabIndex={-1}>
          {encounter ? <PatientPane key={encounter} unit={unit} encounter={encounter} room={room} talk={talk} /> : <NobodyChosen />}
        </div>
      </main>
    </>
  );
}

function NobodyChosen() {
  return (
    <div class="nobody stack">
      <h2>{_("Choose a patient")}</h2>
      <p class="quiet">{_("The one who has waited longest stands first. Press ? to see what the keys do.")}</p>
    </div>
  );
}
