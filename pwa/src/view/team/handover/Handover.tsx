import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Handover as Rows, HandoverRow, Helped, Unit } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import type { Fault } from "../../../sync/api.ts";
import { Button } from "../../parts/Button.tsx";
import { Problem } from "../../parts/Problem.tsx";
import * as api from "../api.ts";
import { mine } from "../mine.ts";
import { Check } from "../parts/fields.tsx";
import { pathTo } from "../route.ts";
import { faultOf } from "../saving.ts";
import { exactly } from "../words.ts";

/** The shift sheet: one A4, a line for each patient, room numbers only. It may be left on a table. */
export function Handover({ unit }: { unit: Unit }) {
  const found = useSignal<Rows | null>(null);
  const fault = useSignal<Fault | "">("");
  const own = useSignal(mine.value.size > 0);
  const load = (): void => {
    fault.value = "";
    api.handover(unit.id).then(
      (rows) => (found.value = rows),
      (problem: unknown) => (fault.value = faultOf(problem)),
    );
  };
  useEffect(load, [unit.id]);
  const rows = [...(found.value?.rows ?? [])]
    .filter(({ encounter }) => !own.value || mine.value.has(encounter))
    .sort(byRoom);
  return (
    <main class="handover stack" aria-busy={!found.value && !fault.value}>
      <header class="row apart">
        <h1>{_("Shift sheet, {unit}", { unit: unit.name })}</h1>
        <div class="row no-print">
          <Button icon="print" onClick={() => window.print()}>
            {_("Print")}
          </Button>
          <a class="button second" href={pathTo(unit.id)}>
            {_("Back to the list")}
          </a>
        </div>
      </header>
      <div class="no-print">
        <Check on={own.value} onValue={(on) => (own.value = on)}>
          {_("Only my patients ({n})", { n: mine.value.size })}
        </Check>
      </div>
      <Problem slug={fault.value} />
      {fault.value && <Button onClick={load}>{_("Try again")}</Button>}
      {found.value && (
        <>
          <table class="lines-table">
            <thead>
              <tr>
                {Object.values(columns()).map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.encounter} row={row} />
              ))}
            </tbody>
          </table>
          {rows.length === 0 && <p>{_("Nobody is on the list.")}</p>}
          <p class="quiet">
            {_("As it was {when}. Shred it when the shift is over.", {
              when: exactly(found.value.asOf, unit.timezone),
            })}
          </p>
        </>
      )}
    </main>
  );
}

/** On a narrow screen each stands above its own words, since there are no columns. */
const columns = () => ({
  room: _("Room"),
  talk: _("Talk with me like this"),
  matters: _("What matters to me now"),
  pleaseNot: _("Please don't"),
  agreed: _("Agreed"),
  helped: _("Helped"),
});

function Row({ row }: { row: HandoverRow }) {
  const { room, bed, matters, talk, pleaseNot, agreed = [], helped = [], unread } = row;
  const named = columns();
  return (
    <tr>
      <th scope="row">{[room || _("no room yet"), bed].filter(Boolean).join("/")}</th>
      <td class="own" data-column={named.talk}>
        {talk}
      </td>
      <td class="own" data-column={named.matters}>
        {matters || <span class="quiet">{_("Has said nothing about this")}</span>}
        {unread && <span class="quiet"> {_("(not read yet)")}</span>}
      </td>
      <td class="own" data-column={named.pleaseNot}>
        {pleaseNot}
      </td>
      <td data-column={named.agreed}>{agreed.join("; ")}</td>
      <td data-column={named.helped}>
        {helped.map((task, place) => (
          <ThatHelped key={place} task={task} />
        ))}
      </td>
    </tr>
  );
}

function ThatHelped({ task: { description, words, thanks } }: { task: Helped }) {
  return (
    <p>
      {description}
      {words && " "}
      {words && <bdi class="own">«{words}»</bdi>}
      {thanks && ` ${_("The patient says thanks.")}`}
    </p>
  );
}

/** Room 9 comes before room 10. */
const byRoom = (a: HandoverRow, b: HandoverRow): number =>
  a.room.localeCompare(b.room, "nb", { numeric: true }) ||
  (a.bed ?? "").localeCompare(b.bed ?? "", "nb", { numeric: true });
