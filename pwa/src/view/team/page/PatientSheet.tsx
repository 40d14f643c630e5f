import type { RefObject } from "preact";
import { useMemo } from "preact/hooks";
import type { PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Wish } from "../arrivals/Wish.tsx";
import { TheList } from "../list/TheList.tsx";
import { now } from "../now.ts";
import { exactly } from "../words.ts";
import { Carers } from "../carers/Carers.tsx";
import { Actions } from "./Actions.tsx";
import { Answers } from "./Answers.tsx";
import { Head } from "./Head.tsx";
import { Modules } from "./Modules.tsx";
import { show } from "./page.ts";
import { ReadBar } from "./ReadBar.tsx";
import { Remarks } from "./Remarks.tsx";
import { isMain, talkOf } from "./told.ts";
import { useTold } from "./useTold.ts";
import { TodayLines } from "./TodayLines.tsx";
import { Tools } from "./Tools.tsx";
import { Unanswered } from "./Unanswered.tsx";

/** One page per patient, what matters first. */
export function PatientSheet({ page: whole, heading }: { page: PatientPage; heading: RefObject<HTMLHeadingElement | null> }) {
  const { encounter, attention } = whole;
  // What those who help have told of themselves stands apart, and is never taken for the patient's.
  const page = useMemo(() => ({ ...whole, answers: (whole.answers ?? []).filter(({ about }) => !about) }), [whole]);
  const told = useTold(page);
  const toDo = useMemo(() => {
    // A talk was written by staff themselves: nobody has to read it; it is gone on with where it stands.
    const had = told.filter((one) => talkOf(page, one));
    const own = new Set(had.flatMap((one) => one.answers));
    const talks = (page.talks ?? []).filter((talk) => !had.some((one) => talkOf(page, one) === talk));
    return { ...page, answers: (page.answers ?? []).filter((on) => !own.has(on)), talks };
  }, [page, told]);
  const said = useMemo(() => told.flatMap((one) => one.said), [told]);
  return (
    <>
      <Head page={page} heading={heading} tools={<Tools page={page} said={said} />} />
      {attention && attention.wish !== "no" && (
        <Wish stay={{ encounter: encounter.id, attention }} unit={encounter.unit} onTaken={() => show(encounter.id)} />
      )}
      <ReadBar page={toDo} told={told.some((one) => !talkOf(page, one))} />
      <Remarks page={page} told={told} />
      {!told.some((one) => isMain(page, one)) && <Unanswered page={page} />}
      {said.length > 0 && <Answers page={page} told={told} />}
      <TheList page={page} />
      <div class="lower">
        <Actions page={page} />
        <TodayLines page={page} />
        <Modules page={page} />
      </div>
      <Carers page={whole} />
      <p class="print-only quiet">
        {_("{unit}, printed {when} from Viktig.", {
          unit: encounter.unit.name,
          when: exactly(now.value, encounter.unit.timezone),
        })}
      </p>
      {page.talked && <p class="quiet">{talkedWords(page.talked)}</p>}
    </>
  );
}

function talkedWords(talked: string): string {
  if (talked === "yes") return _("Asked if somebody talked about what was written: yes.");
  return talked === "little"
    ? _("Asked if somebody talked about what was written: a little.")
    : _("Asked if somebody talked about what was written: no.");
}
