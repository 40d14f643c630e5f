import type { Count, Figures } from "../../domain/wire.ts";
import { _, decimal, ngettext } from "../../i18n/index.ts";
import { measureText } from "./measures.ts";
import { allMonths, countOf, fraction, percent, UNANSWERED } from "./numbers.ts";
import { spotPath } from "./route.ts";

/** One tile for each measure: the share, what it is a share of, and the way it has gone. */
export function Tiles({ figures }: { figures: Figures }) {
  const { measures, total, unit } = figures;
  const months = allMonths(figures);
  return (
    <ul class="tiles">
      {measures
        .filter((slug) => !slug.endsWith(UNANSWERED))
        .map((slug) => {
          const text = measureText(slug);
          const count = countOf(total, slug);
          const silent = countOf(total, slug + UNANSWERED);
          return (
            <li key={slug}>
              <a class="tile" href={spotPath(unit.id, slug)}>
                <span class="quiet">{text.name}</span>
                <strong>{percent(count)}</strong>
                <span class="quiet">
                  {fraction(count)} {text.of}
                </span>
                {silent && silent.numerator > 0 && <span class="quiet">{unanswered(silent)}</span>}
                <Spark shares={months.map((month) => countOf(month, slug)?.share ?? null)} />
              </a>
            </li>
          );
        })}
    </ul>
  );
}

const unanswered = ({ numerator, denominator }: Count): string =>
  ngettext("{n} of {all} has not answered", "{n} of {all} have not answered", numerator, { all: decimal(denominator) });

/** The way in small: the chart itself is behind the tile. */
function Spark({ shares }: { shares: readonly (number | null)[] }) {
  const step = 100 / Math.max(shares.length - 1, 1);
  const points = shares.flatMap((share, at) =>
    share === null ? [] : [`${(at * step).toFixed(1)},${(24 - share * 22).toFixed(1)}`],
  );
  return (
    <svg class="spark" viewBox="-2 0 104 26" preserveAspectRatio="none" aria-hidden="true">
      <polyline points={points.join(" ")} />
    </svg>
  );
}
