import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type ModuleEntry, readIn, spoken } from "../../../domain/module.ts";
import type { StaffReading, Unit } from "../../../domain/wire.ts";
import { _, language, ngettext } from "../../../i18n/index.ts";
import type { Fault } from "../../../sync/api.ts";
import { Button } from "../../parts/Button.tsx";
import { Problem } from "../../parts/Problem.tsx";
import * as api from "../api.ts";
import { Bar } from "../Bar.tsx";
import * as content from "../content.ts";
import { pathTo } from "../route.ts";
import { faultOf } from "../saving.ts";
import { at } from "../words.ts";
import { Lesson } from "./Lesson.tsx";
import "./learn.css";

/** Five minutes each, for staff. What one has read is for one's own eyes. */
export function Learn({ unit, module }: { unit: Unit; module: string }) {
  const entries = useSignal<readonly ModuleEntry[] | null>(null);
  const marks = useSignal<readonly StaffReading[]>([]);
  const fault = useSignal<Fault | "">("");
  const load = (): void => {
    fault.value = "";
    Promise.all([content.index(), api.myReadings()]).then(
      ([{ modules = [] }, { readings = [] }]) => {
        marks.value = readings;
        entries.value = readIn(modules, unit.organization).filter(({ forWhom = [] }) => forWhom.includes("staff"));
      },
      (problem: unknown) => (fault.value = faultOf(problem)),
    );
  };
  useEffect(load, []);
  const entry = entries.value?.find(({ id }) => id === module);
  return (
    <>
      <Bar unit={unit} />
      <main class="lesson stack" id="patient" tabIndex={-1} aria-busy={!entries.value && !fault.value}>
        {fault.value && <h1>{_("Learn")}</h1>}
        <Problem slug={fault.value} />
        {fault.value && <Button onClick={load}>{_("Try again")}</Button>}
        {entries.value &&
          (module && entry ? (
            <Lesson
              key={`${entry.id} ${language.value}`}
              entry={entry}
              back={pathTo(unit.id, "", "learn")}
              mark={marks.value.find((one) => one.module === entry.id)}
              onMarks={(readings) => (marks.value = readings)}
            />
          ) : (
            <All unit={unit} entries={entries.value} marks={marks.value} />
          ))}
      </main>
    </>
  );
}

function All({ unit, entries, marks }: { unit: Unit; entries: readonly ModuleEntry[]; marks: readonly StaffReading[] }) {
  return (
    <>
      <h1>{_("Learn")}</h1>
      <p class="quiet">
        {_("Only you see what you have read. The leader sees how many of the unit have, never who, and nothing where you are fewer than five.")}
      </p>
      {entries.length === 0 && <p>{_("There is nothing here for staff yet.")}</p>}
      <ul class="plain-list stack">
        {entries.map((entry) => {
          const told = spoken(entry, language.value);
          const mark = marks.find(({ module }) => module === entry.id);
          return (
            <li key={entry.id} class="card">
              <h2>
                <a href={pathTo(unit.id, "", "learn", entry.id)}>{told?.title ?? entry.id}</a>
              </h2>
              <p class="quiet">
                {ngettext("{n} minute to read", "{n} minutes to read", told?.minutes ?? 1)}
                {mark?.finished && `. ${_("You read it to the end {when}.", { when: at(mark.finished, unit.timezone) })}`}
                {mark && !mark.finished && `. ${_("You have begun.")}`}
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
