import type { Figures, Month } from "../../domain/wire.ts";
import { _, decimal } from "../../i18n/index.ts";
import { measureText } from "./measures.ts";
import { allMonths, countOf, fraction, monthWords, percent, UNANSWERED } from "./numbers.ts";
import { spotPath } from "./route.ts";

/** From stays to answers that helped, month by month: share, and the stays behind it. */
export function Waterfall({ figures }: { figures: Figures }) {
  const { total, unit } = figures;
  const measures = figures.measures.filter((slug) => !slug.endsWith(UNANSWERED));
  return (
    <section class="stack tight" aria-labelledby="waterfall">
      <h2 id="waterfall">{_("Month by month")}</h2>
      <div class="scroll" role="group" aria-labelledby="waterfall" tabIndex={0}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{_("Month the stay ended")}</th>
              {measures.map((slug) => (
                <th scope="col" key={slug}>
                  <a href={spotPath(unit.id, slug)}>{measureText(slug).name}</a>
                </th>
              ))}
              <th scope="col">{_("Hours to read, median")}</th>
            </tr>
          </thead>
          <tbody>
            {allMonths(figures).map((month) => (
              <Row key={month.month} name={monthWords(month.month)} month={month} measures={measures} />
            ))}
          </tbody>
          <tfoot>{total && <Row name={_("All")} month={total} measures={measures} />}</tfoot>
        </table>
      </div>
    </section>
  );
}

function Row({ name, month, measures }: { name: string; month: Month; measures: readonly string[] }) {
  const median = month.medianHoursToRead;
  return (
    <tr>
      <th scope="row">{name}</th>
      {measures.map((slug) => {
        const count = countOf(month, slug);
        const silent = countOf(month, slug + UNANSWERED);
        return (
          <td key={slug}>
            {percent(count)}
            <small>{fraction(count)}</small>
            {silent && silent.numerator > 0 && <small>{_("{n} not said", { n: decimal(silent.numerator) })}</small>}
          </td>
        );
      })}
      <td>{median == null ? "–" : decimal(median, 1)}</td>
    </tr>
  );
}
