import { useSignal } from "@preact/signals";
import type { PatientPage, Today, TodayLine, Unit } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import { Field } from "../../parts/Field.tsx";
import * as api from "../api.ts";
import { Dialog, SavingForm } from "../parts/Dialog.tsx";
import { Check } from "../parts/fields.tsx";
import { useSaving } from "../saving.ts";
import { isNurse, staff } from "../session.ts";
import { at } from "../words.ts";
import { act } from "./page.ts";
import { staffNamed } from "../../patient/staff.ts";

type Line = "withMe" | "next" | "tonight";
const LINES: readonly Line[] = ["withMe", "next", "tonight"];

function lineWords(line: Line): string {
  if (line === "withMe") return _("Who is with the patient now");
  return line === "next" ? _("What happens next, and about when") : _("Who to ring tonight");
}

/** Three lines that the patient sees all day. Not knowing yet is an answer too. */
export function TodayLines({ page }: { page: PatientPage }) {
  const changing = useSignal(false);
  const { today, unit, ended } = page.encounter;
  return (
    <section class="card" aria-labelledby="today">
      <h2 id="today">{_("Today")}</h2>
      {today ? (
        <Set today={today} unit={unit} />
      ) : (
        <p class="quiet no-print">
          {_("Nothing yet. The patient sees three lines here: who, what next, who to ring.")}
        </p>
      )}
      {isNurse.value && !ended && (
        <div class="no-print">
          <Button kind="second" onClick={() => (changing.value = true)}>
            {today ? _("Change the three lines") : _("Write the three lines")}
          </Button>
        </div>
      )}
      {changing.value && (
        <Dialog title={_("Today, as the patient sees it")} onClose={() => (changing.value = false)}>
          <Change today={today ?? {}} unit={unit} onDone={() => (changing.value = false)} />
        </Dialog>
      )}
    </section>
  );
}

function Set({ today, unit }: { today: Today; unit: Unit }) {
  return (
    <>
      <dl class="lines">
        {LINES.map((line) => (
          <div key={line}>
            <dt>{lineWords(line)}</dt>
            <dd>{today[line]?.known === false ? _("We do not know yet") : today[line]?.text || "–"}</dd>
          </div>
        ))}
      </dl>
      {today.setAt && (
        <p class="quiet">
          {_("Set {when} by {name}.", { when: at(today.setAt, unit.timezone), name: today.setBy ?? "" })}
        </p>
      )}
    </>
  );
}

function Change({ today, unit, onDone }: { today: Today; unit: Unit; onDone: () => void }) {
  const saving = useSaving();
  const typed = useSignal<Record<Line, TodayLine>>({
    withMe: today.withMe ?? {},
    next: today.next ?? {},
    tonight: today.tonight ?? {},
  });
  const put = (line: Line, next: TodayLine): void => void (typed.value = { ...typed.value, [line]: next });
  const save = () => act((page) => api.setToday(page.encounter.id, typed.value));
  const saved = (): void => {
    announce(_("Saved. The patient sees it."));
    onDone();
  };
  return (
    <SavingForm saving={saving} save={save} onSaved={saved} words={_("Save, and show the patient")}>
      {LINES.map((line) => (
        <fieldset class="line" key={line}>
          <legend class="unseen">{lineWords(line)}</legend>
          <Field
            label={lineWords(line)}
            value={typed.value[line].known === false ? "" : (typed.value[line].text ?? "")}
            onValue={(text) => put(line, { text, known: true })}
            maxLength={200}
            autocomplete="off"
          />
          <div class="row">
            {suggested(line, unit).map((text) => (
              <button key={text} type="button" class="link" onClick={() => put(line, { text, known: true })}>
                {text}
              </button>
            ))}
            <Check
              on={typed.value[line].known === false}
              onValue={(on) => put(line, { ...typed.value[line], known: !on })}
            >
              {_("We do not know yet")}
            </Check>
          </div>
        </fieldset>
      ))}
    </SavingForm>
  );
}

/** One tap for what is said most often. */
function suggested(line: Line, unit: Unit): readonly string[] {
  const me = staff.value;
  if (line === "withMe") return me ? [staffNamed(me.given, me.title)] : [];
  if (line === "next") return [_("The doctor's round"), _("Going home")];
  return [
    unit.bell ? _("Ring with the button by the bed") : "",
    unit.phone ? _("Call {phone}", { phone: unit.phone }) : "",
  ].filter(Boolean);
}
