import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { controls } from "../../../domain/questionnaire/extensions.ts";
import { dayNumber } from "../../../domain/questionnaire/values.ts";
import { _ } from "../../../i18n/index.ts";
import type { Asked } from "./asked.ts";

type Parts = readonly [day: string, month: string, year: string];
const NONE: Parts = ["", "", ""];

/** A date in three parts, as people say it; a year, or a month of it, is enough where the form says so. */
export function Day(asked: Asked) {
  return <DayField asked={asked} value={asked.answer[0]?.valueDate ?? ""} onValue={(valueDate) => asked.onAnswer(valueDate ? [{ valueDate }] : [])} />;
}

export function DayField({ asked, value, onValue }: { asked: Asked; value: string; onValue: (value: string) => void }) {
  const [year = "", month = "", day = ""] = value.split("-");
  const typed = useSignal<Parts | null>(null);
  const control = controls(asked.node.item);
  const fewest = control.includes("year") ? 1 : control.includes("yearMonth") ? 2 : 3;
  const shown: Parts = typed.value !== null && dateOf(typed.value, fewest) === value ? typed.value : value ? [day, month, year] : (typed.value ?? NONE);

  function write(place: 0 | 1 | 2, words: string): void {
    const next: [string, string, string] = [...shown];
    next[place] = words.trim();
    typed.value = next;
    const found = dateOf(next, fewest);
    onValue(found);
    asked.onUnreadable?.(found || next.every((part) => part === "") ? "" : next.join("."));
  }

  return (
    <div class="date" role="group" aria-label={asked.label} aria-describedby={asked.describedBy}>
      {fewest >= 3 && <Part label={_("Day")} value={shown[0]} length={2} invalid={asked.invalid} onValue={(words) => write(0, words)} />}
      {fewest >= 2 && <Part label={_("Month")} value={shown[1]} length={2} invalid={asked.invalid} onValue={(words) => write(1, words)} />}
      <Part label={_("Year")} value={shown[2]} length={4} invalid={asked.invalid} id={asked.id} onValue={(words) => write(2, words)} />
    </div>
  );
}

/** The parts as FHIR writes a date; empty while it is none. */
export function dateOf([day, month, year]: Parts, fewest: number): string {
  const parts = [year, month, day].slice(0, fewest);
  if (!/^\d{4}$/.test(year) || parts.some((part) => !/^\d{1,4}$/.test(part))) return "";
  const found = parts.map((part) => part.padStart(2, "0")).join("-");
  return dayNumber(found) === null ? "" : found;
}

function Part({ label, value, length, invalid, id, onValue }: { label: string; value: string; length: number; invalid?: boolean | undefined; id?: string | undefined; onValue: (words: string) => void }) {
  const own = useId();
  return (
    <div>
      <label class="label" for={id ?? own}>
        {label}
      </label>
      <input
        id={id ?? own}
        class="field"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        maxLength={length}
        value={value}
        {...(invalid && { "aria-invalid": true })}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}
