import { _ } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { entries } from "../../../store/entries.ts";
import { tasks } from "../../../store/journey.ts";
import { now } from "../now.ts";
import { dateWords } from "./asText.ts";
import { fieldWords, markWords, takenWords } from "./words.ts";

/** The list on paper, in large type: to lie by the bed, or to take along. Room is left to write in an answer. */
export function ListPaper() {
  const [questions, medicines, people] = [entries("VisitQuestion"), entries("MedicationStatement"), entries("ContactPoint")];
  const { given = "", unit } = stay.value ?? {};
  const doing = tasks();
  return (
    <article class="list-paper" aria-hidden="true">
      <p>{[given, unit?.name, dateWords(now.value)].filter(Boolean).join(" · ")}</p>
      {questions.length > 0 && (
        <section>
          <h2>{_("Questions for the round")}</h2>
          <ul class="boxes">
            {questions.map(({ document, entry }) => (
              <li key={document} class={entry.answered ? "done" : ""}>
                {entry.text}
                {entry.answer && <span class="below">{entry.answer}</span>}
                {!entry.answered && <span class="line" />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {medicines.length > 0 && (
        <section>
          <h2>{_("Medicines")}</h2>
          <table>
            <thead>
              <tr>
                <th>{fieldWords("medication")}</th>
                <th>{_("How much and when")}</th>
                <th>{fieldWords("reason")}</th>
                <th>{fieldWords("mark")}</th>
              </tr>
            </thead>
            <tbody>
              {medicines.map(({ document, entry }) => (
                <tr key={document}>
                  <th>
                    {entry.medication}
                    {entry.note && <span class="below">{entry.note}</span>}
                  </th>
                  <td>{takenWords(entry)}</td>
                  <td>{entry.reason}</td>
                  <td>{markWords(entry.mark ?? "")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {doing.length > 0 && (
        <section>
          <h2>{_("What we do")}</h2>
          <ul>
            {doing.map(({ id, description }) => (
              <li key={id}>{description}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{_("Whom to call")}</h2>
        <ul>
          {unit?.phone && (
            <li>
              {unit.name}: <b>{unit.phone}</b>
            </li>
          )}
          {people.map(({ document, entry: { name, about, phone } }) => (
            <li key={document}>
              {[name, about].filter(Boolean).join(", ")}
              {phone && ": "}
              <b>{phone}</b>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}
