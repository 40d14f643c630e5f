import type { Figures } from "../../domain/wire.ts";
import { _, ngettext } from "../../i18n/index.ts";
import { sentence } from "../team/words.ts";
import { csv } from "./csv.ts";
import { Head } from "./Head.tsx";
import { measureText } from "./measures.ts";
import { allMonths, countOf, fraction, monthWords, percent } from "./numbers.ts";
import { go, spotPath } from "./route.ts";
import { FEWEST, run, type Run } from "./run.ts";
import { RunChart } from "./RunChart.tsx";

/** One measure over time, with what the pattern says in a sentence, and the same figures as a table. */
export function Chart({ figures, measure }: { figures: Figures; measure: string }) {
  const { unit, measures } = figures;
  const months = allMonths(figures);
  const shares = months.map((month) => countOf(month, measure)?.share ?? null);
  const judged = run(shares);
  const { name, of, means } = measureText(measure);
  return (
    <>
      <Head
        title={_("{measure}, {unit}", { measure: name, unit: unit.name })}
        choose={
          <select
            class="field"
            aria-label={_("Measure")}
            value={measure}
            onChange={(event) => go(spotPath(unit.id, event.currentTarget.value))}
          >
            {measures.map((slug) => (
              <option key={slug} value={slug}>
                {measureText(slug).name}
              </option>
            ))}
          </select>
        }
        file={{ name: `${unit.id}-${measure}`, rows: () => csv({ ...figures, measures: [measure] }) }}
      >
        <p>{means}</p>
        <a class="no-print" href={spotPath(unit.id)}>
          {_("All the figures")}
        </a>
      </Head>
      <figure class="stack tight">
        <RunChart
          label={_("{measure}, month by month", { measure: name })}
          months={months.map(({ month }) => month)}
          shares={shares}
          judged={judged}
        />
        <figcaption>
          <p>
            <b>
              {signalWords(
                judged,
                months.map(({ month }) => month),
              )}
            </b>
          </p>
          <p class="quiet">
            {_("Share of {of}. The broken line is the median of the months shown. Small wards swing more.", { of })}
          </p>
        </figcaption>
      </figure>
      <table class="figures narrow">
        <caption class="unseen">{_("{measure}, month by month", { measure: name })}</caption>
        <thead>
          <tr>
            <th scope="col">{_("Month the stay ended")}</th>
            <th scope="col">{_("Share")}</th>
            <th scope="col">{sentence(of)}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{monthWords(month.month)}</th>
              <td>{percent(countOf(month, measure))}</td>
              <td>{fraction(countOf(month, measure))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What the pattern says, to somebody who has never read a run chart. */
function signalWords(
  { useful, signal, since, side, longest, longestMax, crossings }: Run,
  months: readonly string[],
): string {
  if (useful < FEWEST) return _("Too few months to tell a change from chance. At least ten are needed.");
  if (since !== null) {
    const month = monthWords(months[since] ?? "");
    return side === "above"
      ? _("Since {month} every month lies above the median. This is hardly chance: something has become different.", {
          month,
        })
      : _("Since {month} every month lies below the median. This is hardly chance: something has become different.", {
          month,
        });
  }
  if (signal && longest > longestMax)
    return ngettext(
      "{n} month in a row lies on the same side of the median. This is hardly chance.",
      "{n} months in a row lie on the same side of the median. This is hardly chance.",
      longest,
    );
  if (signal)
    return ngettext(
      "The line crosses the median only {n} time. This is hardly chance: something has become different on the way.",
      "The line crosses the median only {n} times. This is hardly chance: something has become different on the way.",
      crossings,
    );
  return _("The months go up and down as chance makes them. There is no sign that something has become different.");
}
