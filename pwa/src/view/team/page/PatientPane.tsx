import { useEffect, useRef } from "preact/hooks";
import type { Unit } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import { Problem } from "../../parts/Problem.tsx";
import { pathTo, type Room } from "../route.ts";
import { occasion } from "../together/occasions.ts";
import { Together } from "../together/Together.tsx";
import { Head } from "./Head.tsx";
import { done, page, show, stale, trouble } from "./page.ts";
import { PatientSheet } from "./PatientSheet.tsx";

interface Opened {
  unit: Unit;
  encounter: string;
  room: Room;
  talk: string;
}

export function PatientPane({ unit, encounter, room, talk }: Opened) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    void show(encounter);
  }, [encounter]);
  const found = page.value?.encounter.id === encounter ? page.value : null;
  const there = found !== null;
  const asked = found && room !== "" ? occasion(found, room, talk) : null;
  useEffect(() => heading.current?.focus({ preventScroll: true }), [there, room, talk]);
  return (
    <article class="patient stack" aria-busy={!there && !trouble.value && !done.value}>
      <a class="to-list" href={pathTo(unit.id)}>
        {_("To the list")}
      </a>
      <Problem slug={trouble.value} />
      {done.value && <p class="notice">{_("This is done, and the patient is no longer on your list.")}</p>}
      {trouble.value && <Button onClick={() => show(encounter)}>{_("Try again")}</Button>}
      {found && stale.value && (
        <div class="notice row apart" role="status">
          <span>{_("Something has happened with this patient since you opened the page.")}</span>
          <Button kind="second" onClick={() => show(encounter)}>
            {_("Show it")}
          </Button>
        </div>
      )}
      {found && asked && (
        <>
          <Head page={found} heading={heading} />
          <Together key={asked.name} page={found} unit={unit} occasion={asked} />
        </>
      )}
      {found && !asked && <PatientSheet page={found} heading={heading} />}
    </article>
  );
}
