import type { ComponentChildren, RefObject } from "preact";
import type { PatientPage } from "../../../domain/wire.ts";
import { _, age } from "../../../i18n/index.ts";
import { now } from "../now.ts";
import { at, dateDigits, dayWords, endingWords, placeWords, sentence } from "../words.ts";

interface Shown {
  page: PatientPage;
  heading: RefObject<HTMLHeadingElement | null>;
  tools?: ComponentChildren;
}

/** Who this is, in the words that are compared with a wristband. */
export function Head({ page, heading, tools }: Shown) {
  const { encounter } = page;
  const { patient, unit, related = [] } = encounter;
  const zone = unit.timezone;
  const ended = new Set((page.carers ?? []).filter(({ status }) => status === "ended").map(({ id }) => id));
  return (
    <header class="head">
      <div class="row apart">
        <h1 ref={heading} tabIndex={-1}>
          {`${patient.given} ${patient.family}`}
        </h1>
        {tools}
      </div>
      {encounter.similarName && <p class="flag">{_("Similar name on the ward. Check the birth date.")}</p>}
      <p class="facts">
        <b>
          {_("Born {date}, {age}.", {
            date: dateDigits(patient.birthDate),
            age: age(patient.birthDate, now.value, zone),
          })}
        </b>{" "}
        {sentence(placeWords(encounter))}. {_("Came {when}.", { when: at(encounter.admitted, zone) })}{" "}
        {encounter.plannedDischarge &&
          _("Planned to go home {day}.", { day: dayWords(encounter.plannedDischarge, unit) })}
      </p>
      {patient.interpreter && (
        <p class="flag">{_("Needs an interpreter: {language}.", { language: patient.interpreter })}</p>
      )}
      {encounter.ended && (
        <p class="flag">
          {_("{ending} {when}.", { ending: endingWords(encounter.ending ?? ""), when: at(encounter.ended, zone) })}
        </p>
      )}
      {encounter.askAlone && (
        <p class="flag no-print">{_("Ask the patient alone. Do not say this when somebody else is here.")}</p>
      )}
      {related.filter(({ id }) => !ended.has(id)).map(({ id, name, relation, phone }) => (
        <p key={id} class="facts">
          {_("Close to the patient: {name} ({relation})", { name, relation })}
          {phone ? ", " : "."}
          {phone && <a href={`tel:${phone.replace(/\s/g, "")}`}>{phone}</a>}
        </p>
      ))}
    </header>
  );
}
