import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Learning, ModuleFigures, Reach } from "../../../domain/wire.ts";
import { _, ngettext } from "../../../i18n/index.ts";
import { Check } from "../../team/parts/fields.tsx";
import { dayOnClock } from "../../team/zone.ts";
import { Head } from "../Head.tsx";
import { LEARNING, spotPath } from "../route.ts";
import { Definitions } from "./Definitions.tsx";
import { learningCsv } from "./learningCsv.ts";
import { byModule, countedWords, hardWords, languageWords, met } from "./modules.ts";
import { ReviewWords } from "./ReviewWords.tsx";
import { countWords, FEW, ofWords, ShareCell, shareWords } from "./shares.tsx";
import { StaffRead } from "./StaffRead.tsx";

/** All modules on one page: a row for each language that somebody has met. */
export function Modules({ learning, scope }: { learning: Learning; scope: ComponentChildren }) {
  const { unit, of, asOf, until, total } = learning;
  const all = useSignal(false);
  const whose = of === "unit" ? unit.name : unit.organizationName || _("the house");
  return (
    <>
      <Head
        title={_("Does what people read here help? {whose}", { whose })}
        choose={scope}
        file={{
          name: `learning-${of === "unit" ? `${unit.id}-${dayOnClock(asOf, unit.timezone ?? "Europe/Oslo")}` : `${unit.organization}-${until}`}`,
          rows: () => learningCsv(learning),
        }}
      >
        <p class="quiet">{countedWords(learning)}</p>
      </Head>
      {total && <Tiles total={total} />}
      <Overdue learning={learning} />
      <section class="stack tight" aria-labelledby="modules">
        <div class="row apart">
          <h2 id="modules">{_("Module by module")}</h2>
          <div class="no-print">
            <Check on={all.value} onValue={(on) => (all.value = on)}>
              {_("Also texts that nobody has been offered or opened")}
            </Check>
          </div>
        </div>
        <Table learning={learning} all={all.value} />
      </section>
      <StaffRead learning={learning} />
      <Definitions learning={learning} />
    </>
  );
}

function Overdue({ learning }: { learning: Learning }) {
  const late = byModule(learning).filter(({ rows }) => rows.some(({ overdue }) => overdue));
  if (late.length === 0) return null;
  return (
    <p class="notice">
      {ngettext("{n} module should have been looked at again by now:", "{n} modules should have been looked at again by now:", late.length)}{" "}
      {late.map(({ title }) => title).join(", ")}
    </p>
  );
}

function Tiles({ total: { offered, opened, taken = {}, finished = {} } }: { total: Reach }) {
  return (
    <ul class="tiles">
      <li class="tile">
        <span class="quiet">{_("Offered")}</span>
        <strong>{countWords(offered)}</strong>
        <span class="quiet">{_("by staff, or by what the patient ticked off")}</span>
      </li>
      <li class="tile">
        <span class="quiet">{_("Opened, of those offered")}</span>
        <strong>{shareWords(taken)}</strong>
        <span class="quiet">{ofWords(taken)}</span>
      </li>
      <li class="tile">
        <span class="quiet">{_("Opened in all")}</span>
        <strong>{countWords(opened)}</strong>
        <span class="quiet">{_("offered, or found by themselves")}</span>
      </li>
      <li class="tile">
        <span class="quiet">{_("Read to the end, of those opened")}</span>
        <strong>{shareWords(finished)}</strong>
        <span class="quiet">{ofWords(finished)}</span>
      </li>
    </ul>
  );
}

function Table({ learning, all }: { learning: Learning; all: boolean }) {
  const shown = byModule(learning)
    .map((one) => ({ ...one, rows: all ? one.rows : one.rows.filter(met) }))
    .filter(({ rows }) => rows.length > 0);
  if (shown.length === 0) return <p>{_("Nothing has been offered or opened yet.")}</p>;
  return (
    <>
      <div class="scroll by-module" role="group" aria-labelledby="modules" tabIndex={0}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{_("Module and language")}</th>
              {columns().map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {shown.map(({ module, title, rows }) => (
            <tbody key={module}>
              <tr class="module">
                <th scope="rowgroup" colSpan={7}>
                  <a href={spotPath(learning.unit.id, LEARNING, module)}>{title}</a>
                  <small>{rows[0] && <ReviewWords row={rows[0]} asOf={learning.asOf} />}</small>
                </th>
              </tr>
              {rows.map((row) => (
                <Row key={row.language} row={row} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <p class="quiet">{_("{star} A share of fewer than 30: chance moves it.", { star: FEW })}</p>
    </>
  );
}

const columns = (): readonly string[] => [
  _("Opened, of those offered"),
  _("Read to the end, of those opened"),
  _("Understood"),
  _("Nothing unclear"),
  _("Useful"),
  _("Easy to understand"),
];

function Row({ row }: { row: ModuleFigures }) {
  const { reach = {}, understood, sure, judged = {} } = row;
  const shares = [reach.taken, reach.finished, understood, sure, judged.useful, judged.understandable];
  const wholes = [reach.offered, reach.opened];
  return (
    <tr>
      <th scope="row">
        {languageWords(row.language)}
        <small>{hardWords(row)}</small>
      </th>
      {columns().map((name, place) => (
        <td key={name} data-column={name} class={shares[place]?.share != null || shares[place]?.hidden ? "" : "nothing"}>
          <ShareCell share={shares[place]} all={wholes[place]} />
        </td>
      ))}
    </tr>
  );
}
