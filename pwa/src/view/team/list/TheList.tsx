import type { PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { useWarning } from "../parts/useWarning.ts";
import { onPage } from "./entries.ts";
import { Medicine } from "./Medicine.tsx";
import { Question, typed } from "./Question.tsx";

/** What the patient has put on the list: questions for the round first, then the medicines, then whom to call. */
export function TheList({ page }: { page: PatientPage }) {
  const questions = onPage(page, "VisitQuestion");
  const medicines = onPage(page, "MedicationStatement");
  const people = onPage(page, "ContactPoint");
  useWarning([...typed.value.values()].some((words) => words.trim() !== ""));
  if (questions.length + medicines.length + people.length === 0) return null;
  const open = questions.filter(({ entry }) => !entry.answered);
  const answered = questions.filter(({ entry }) => entry.answered);
  return (
    <div class="the-list">
      {questions.length > 0 && (
        <section class="card" aria-labelledby="round">
          <h2 id="round" tabIndex={-1}>{_("Questions for the round")}</h2>
          {open.length === 0 && <p class="quiet">{_("All are answered")}</p>}
          <ul class="plain-list stack">
            {open.map((one) => (
              <Question key={one.document} one={one} page={page} />
            ))}
          </ul>
          {answered.length > 0 && (
            <details>
              <summary>{_("Answered: {n}", { n: answered.length })}</summary>
              <ul class="plain-list stack">
                {answered.map((one) => (
                  <Question key={one.document} one={one} page={page} />
                ))}
              </ul>
            </details>
          )}
        </section>
      )}
      {medicines.length > 0 && (
        <section class="card medicines" aria-labelledby="medicines">
          <h2 id="medicines">{_("Medicines, as the patient tells it")}</h2>
          <ul class="plain-list stack">
            {medicines.map((one) => (
              <Medicine key={one.document} one={one} page={page} />
            ))}
          </ul>
        </section>
      )}
      {people.length > 0 && (
        <section class="card" aria-labelledby="numbers">
          <h2 id="numbers">{_("Whom the patient wants to reach")}</h2>
          <ul class="plain-list">
            {people.map(({ document, entry: { name, about = "", phone = "" } }) => (
              <li key={document}>
                {[name, about].filter(Boolean).join(", ")}
                {phone && ": "}
                {phone && <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone.replaceAll(" ", "\u00a0")}</a>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
