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
import { useSaid } from "./said.ts";
import { TodayLines } from "./TodayLines.tsx";
import { Tools } from "./Tools.tsx";
import { Unanswered } from "./Unanswered.tsx";

/** One page per patient, what matters first. */
export function PatientSheet({ page: whole, heading }: { page: PatientPage; heading: RefObject<HTMLHeadingElement | null> }) {
  const { encounter, attention } = whole;
  // What those who help have told of themselves stands apart, and is never taken for the patient's.
  const page = useMemo(() => ({ ...whole, answers: (whole.answers ?? []).filter(({ about }) => !about) }), [whole]);
  const said = useSaid(page);
  return (
    <>
      <Head page={page} heading={heading} tools={<Tools page={page} said={said} />} />
      {attention && attention.wish !== "no" && (
        <Wish stay={{ encounter: encounter.id, attention }} unit={encounter.unit} onTaken={() => show(encounter.id)} />
      )}
      <ReadBar page={page} said={said} />
      {said.length > 0 ? <Answers page={page} said={said} /> : <Unanswered page={page} />}
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
