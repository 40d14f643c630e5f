import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { _ } from "../../../i18n/index.ts";
import { type Asked, told } from "./asked.ts";
import { DayField } from "./Day.tsx";

/** A time of day. */
export function Time(asked: Asked) {
  return <Clock asked={asked} value={(asked.answer[0]?.valueTime ?? "").slice(0, 5)} onValue={(time) => asked.onAnswer(time ? [{ valueTime: `${time}:00` }] : [])} />;
}

/** A day and a time of it. With the day alone it is already an answer. */
export function Moment(asked: Asked) {
  const given = asked.answer[0]?.valueDateTime ?? "";
  const [day, time] = [given.slice(0, 10), given.slice(11, 16)];
  const waiting = useSignal("");
  const last = useRef({ on: day, unreadable: "" });
  const write = (on: string, at: string): void => {
    waiting.value = at;
    last.current.on = on;
    asked.onAnswer(on ? [{ valueDateTime: at ? `${on}T${at}:00${zone(`${on}T${at}`)}` : on }] : []);
  };
  // A time of no day is no answer either.
  const tell = (unreadable = last.current.unreadable): void => {
    last.current.unreadable = unreadable;
    asked.onUnreadable?.(unreadable || (last.current.on ? "" : waiting.value));
  };
  return (
    <div class="stack tight">
      <DayField asked={{ ...asked, onUnreadable: tell }} value={day} onValue={(on) => write(on, time || waiting.value)} />
      <Clock
        asked={{ ...asked, id: undefined, label: _("Time") }}
        titled
        value={time || waiting.value}
        onValue={(at) => {
          write(day, at);
          tell();
        }}
      />
    </div>
  );
}

function Clock({ asked, titled = false, value, onValue }: { asked: Asked; titled?: boolean; value: string; onValue: (value: string) => void }) {
  const field = <input class="field time" type="time" {...told(asked)} value={value} onInput={(event) => onValue(event.currentTarget.value)} />;
  return titled ? (
    <label>
      <span class="label">{asked.label}</span>
      {field}
    </label>
  ) : (
    field
  );
}

/** How far the phone's clock was from UTC then, as FHIR writes it. */
function zone(local: string): string {
  const minutes = -new Date(local).getTimezoneOffset();
  if (!Number.isFinite(minutes)) return "Z";
  const two = (n: number): string => String(Math.floor(Math.abs(n))).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
