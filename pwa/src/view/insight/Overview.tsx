import type { Figures, Postponement } from "../../domain/wire.ts";
import { _, decimal, hours } from "../../i18n/index.ts";
import { now } from "../team/now.ts";
import { pathTo } from "../team/route.ts";
import { at, reasonWords } from "../team/words.ts";
import { csv } from "./csv.ts";
import { Head } from "./Head.tsx";
import { measureText } from "./measures.ts";
import { Tiles } from "./Tiles.tsx";
import { Waterfall } from "./Waterfall.tsx";

/** All the figures of a ward on one page. */
export function Overview({ figures }: { figures: Figures }) {
  const { unit, asOf, months = [] } = figures;
  return (
    <>
      <Head
        title={_("Figures, {unit}", { unit: unit.name })}
        file={{ name: `${unit.id}-${asOf.slice(0, 10)}`, rows: () => csv(figures) }}
      >
        {months.length > 0 && (
          <p class="quiet">
            {_("The last {n} months, counted {when}. Only stays that have ended.", {
              n: months.length,
              when: at(asOf, unit.timezone),
            })}
          </p>
        )}
      </Head>
      {months.length === 0 ? <p>{_("No stay has ended here yet.")}</p> : <Tiles figures={figures} />}
      <Reading figures={figures} />
      {months.length > 0 && <Waterfall figures={figures} />}
      <Excluded figures={figures} />
      <Definitions measures={figures.measures} />
    </>
  );
}

function Reading({ figures: { total, oldestUnread, unit } }: { figures: Figures }) {
  const median = total?.medianHoursToRead;
  return (
    <section class="card" aria-labelledby="reading">
      <h2 id="reading">{_("From received to read")}</h2>
      <p>
        {median == null
          ? _("No answer has been read yet.")
          : _("Half of the answers were read within {hours} hours.", { hours: decimal(median, 1) })}
      </p>
      <p>
        {oldestUnread ? (
          <>
            {_("The oldest answer that nobody has read came {when}: {hours} ago.", {
              when: at(oldestUnread, unit.timezone),
              hours: hours(oldestUnread, now.value),
            })}{" "}
            <a href={pathTo(unit.id)}>{_("See the list")}</a>
          </>
        ) : (
          _("There is no unread answer just now.")
        )}
      </p>
    </section>
  );
}

function Excluded({ figures: { total } }: { figures: Figures }) {
  const excluded = Object.entries(total?.excluded ?? {});
  const eligible = total?.counts?.find(({ measure }) => measure === "eligible")?.numerator ?? 0;
  const sum = excluded.reduce((all, [, n]) => all + n, 0);
  const share = sum + eligible > 0 ? sum / (sum + eligible) : 0;
  return (
    <section class="stack tight" aria-labelledby="excluded">
      <h2 id="excluded">{_("Could not be asked")}</h2>
      {excluded.length === 0 ? (
        <p>{_("Nobody.")}</p>
      ) : (
        <ul>
          {excluded.map(([reason, n]) => (
            <li key={reason}>
              {_("{reason}: {n}", { reason: reasonWords(reason as Postponement["reason"]), n: decimal(n) })}
            </li>
          ))}
        </ul>
      )}
      {share > 0.2 && (
        <p class="notice">
          {_("More than one in five were left out. The other figures then say little of the whole ward.")}
        </p>
      )}
    </section>
  );
}

function Definitions({ measures }: { measures: readonly string[] }) {
  return (
    <section class="stack tight" aria-labelledby="definitions">
      <h2 id="definitions">{_("What the figures mean")}</h2>
      <p class="quiet">{_("No Norwegian definitions of these measures have been published. These are ours.")}</p>
      <dl class="definitions">
        {measures.map((slug) => {
          const { name, means } = measureText(slug);
          return (
            <div key={slug}>
              <dt>{name}</dt>
              <dd>{means}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
