import { signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { instant } from "../../../domain/ids.ts";
import type { MedicationStatement, PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import { fieldWords, markMeans, markWords, sourceWords, takenWords, valueWords } from "../../patient/list/words.ts";
import { staffNamed } from "../../patient/staff.ts";
import { NotSaved } from "../parts/NotSaved.tsx";
import { useSaving } from "../saving.ts";
import { isNurse, signature, staff } from "../session.ts";
import { at } from "../words.ts";
import { type OnPage, say } from "./entries.ts";

const UNDO = 30_000;

/** Confirmed here a moment ago: can be taken back with one click. */
const justNow = signal("");
let clock: ReturnType<typeof setTimeout> | undefined;

function lately(document: string): void {
  clearTimeout(clock);
  justNow.value = document;
  clock = setTimeout(() => (justNow.value = ""), UNDO);
}

/** One medicine as the patient tells it, and whether somebody has gone through it with the patient. */
export function Medicine({ one, page }: { one: OnPage<MedicationStatement>; page: PatientPage }) {
  const { document, entry, differing } = one;
  const { unit } = page.encounter;
  const saving = useSaving();
  const room = useRef<HTMLLIElement>(null);
  const { medication, reason = "", mark = "", source = "", note = "", confirmed } = entry;
  const confirm = () =>
    saving.save(async () => {
      await say(one, { confirmed: { by: signature(unit), title: staff.value?.title ?? "", at: instant() } });
      lately(document);
      requestAnimationFrame(() => room.current?.querySelector("button")?.focus());
      announce(_("Confirmed with the patient."));
    });
  const takeBack = () =>
    saving.save(async () => {
      await say(one, { confirmed: undefined });
      lately("");
      announce(_("Taken back: it is not confirmed."));
    });
  return (
    <li class="entry" ref={room}>
      <div>
        <p>
          <b>{medication}</b> {takenWords(entry)}
          {mark && (
            <span class="mark" title={markMeans(mark)}>
              {markWords(mark)}
            </span>
          )}
        </p>
        <p class="quiet">
          {[reason && `${fieldWords("reason")}: ${reason}.`, source && `${sourceWords(source)}.`, note].filter(Boolean).join(" ")}
        </p>
        {differing.length > 0 && (
          <p class="notice">
            {_("Written differently in two places:")}{" "}
            {differing.map((each) => `${fieldWords(each.field)}: ${valueWords(each)}`).join(" · ")}
          </p>
        )}
        {confirmed && (
          <p class="state">
            {_("Confirmed with the patient by {who} {when}.", {
              who: staffNamed(confirmed.by, confirmed.title),
              when: confirmed.at ? at(confirmed.at, unit.timezone) : "",
            })}
          </p>
        )}
        {!confirmed && <p class="print-only">{_("Not confirmed with the patient.")}</p>}
        <NotSaved fault={saving.fault.value} />
      </div>
      {isNurse.value && (
        <div class="no-print">
          {!confirmed && (
            <Button kind="second" onClick={() => void confirm()} aria-disabled={saving.busy.value}>
              {_("Confirmed with the patient")}
            </Button>
          )}
          {confirmed && justNow.value === document && (
            <Button kind="second" onClick={() => void takeBack()} aria-disabled={saving.busy.value}>
              {_("Undo")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
