import { help, options, question, questions, type Questionnaire } from "../../../domain/questionnaire/index.ts";
import type { PatientPage } from "../../../domain/wire.ts";
import type { Language } from "../../../i18n/index.ts";
import { SHEET } from "./text.ts";

/** The same questions on paper, in large type, for those who would rather write by hand. */
export function Blank({
  forms,
  page,
  language,
}: {
  forms: readonly Questionnaire[];
  page: PatientPage;
  language: Language;
}) {
  const text = SHEET[language];
  const { patient, room, unit } = page.encounter;
  const initials = [patient.given, patient.family].map((name) => `${name.charAt(0)}.`).join(" ");
  return (
    <article class="blank" lang={language}>
      <header class="sheet-head">
        <span>{[initials, room && text.room(room)].filter(Boolean).join(" · ")}</span>
        <span>{unit.name}</span>
      </header>
      <h1>{text.blank}</h1>
      {text.blankHow.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {forms
        .flatMap((form) => questions(form.item))
        .map((item) => (
          <section key={item.linkId}>
            <h2>{question(item, language)}</h2>
            <Hint words={item.repeats ? text.several : help(item, language)} />
            {options(item, language).length > 0 ? (
              <ul class="boxes">
                {options(item, language).map(({ code, display }) => (
                  <li key={code}>{display}</li>
                ))}
              </ul>
            ) : (
              <div class="ruled" />
            )}
          </section>
        ))}
      <section>
        <p>{text.staffOnly}</p>
        <h2>{text.helped}</h2>
        <div class="ruled one" />
      </section>
    </article>
  );
}

const Hint = ({ words }: { words: string }) => (words ? <p>{words}</p> : null);
