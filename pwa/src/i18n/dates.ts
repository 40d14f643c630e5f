import { signal } from "@preact/signals";
import { _, ngettext, words } from "./gettext.ts";

/** Milliseconds since 1970, an ISO 8601 text with its offset, or a Date. */
export type Instant = number | string | Date;

/** The unit's time zone: a patient abroad and the ward must read the same time. */
export const timeZone = signal("Europe/Oslo");

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const formats = new Map<string, Intl.DateTimeFormat>();

/** "8.40", "8:40" */
export function clock(t: Instant, zone = timeZone.value): string {
  const { hour, minute } = local(t, zone);
  return _("{hour}:{minute}", { hour, minute: String(minute).padStart(2, "0") });
}

/** "i dag", "i går", "i morgen", "3. mars", "3. mars 2025" */
export function day(t: Instant, now: Instant, zone = timeZone.value): string {
  const that = local(t, zone);
  const today = local(now, zone);
  const away = number(that) - number(today);
  if (away === 0) return _("today");
  if (away === -1) return _("yesterday");
  if (away === 1) return _("tomorrow");
  if (that.year !== today.year) return date(t, zone);
  return _("{day} {month}", { day: that.day, month: words.value?.months[that.month - 1] ?? that.month });
}

/** "3. mars 2026", whatever day it is today */
export function date(t: Instant, zone = timeZone.value): string {
  const { year, month, day } = local(t, zone);
  return _("{day} {month} {year}", { day, month: words.value?.months[month - 1] ?? month, year });
}

/** "fredag" */
export function weekday(t: Instant, zone = timeZone.value): string {
  // 1 January 1970 was a Thursday
  return words.value?.weekdays[(number(local(t, zone)) + 3) % 7] ?? "";
}

/** "i dag klokka 8.40", "3. mars klokka 8.40" */
export function when(t: Instant, now: Instant, zone = timeZone.value): string {
  return _("{day} at {clock}", { day: day(t, now, zone), clock: clock(t, zone) });
}

/** "26 timer", "3 døgn"; counts whole hours that have passed, also over a change of the clock */
export function hours(since: Instant, now: Instant): string {
  const passed = Math.floor((milliseconds(now) - milliseconds(since)) / HOUR);
  if (passed < 1) return _("less than an hour");
  if (passed < 72) return ngettext("{n} hour", "{n} hours", passed);
  return ngettext("{n} day and night", "{n} days and nights", Math.floor(passed / 24));
}

/** "84 år", "14 måneder", "5 dager"; `birthDate` is YYYY-MM-DD */
export function age(birthDate: string, now: Instant, zone = timeZone.value): string {
  const [year = 0, month = 1, date = 1] = birthDate.split("-").map(Number);
  const today = local(now, zone);
  const months = (today.year - year) * 12 + today.month - month - (today.day < date ? 1 : 0);
  if (months >= 24) return ngettext("{n} year", "{n} years", Math.floor(months / 12));
  if (months >= 1) return ngettext("{n} month", "{n} months", months);
  return ngettext("{n} day", "{n} days", Math.max(0, number(today) - number({ year, month, day: date })));
}

interface Local {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

function local(t: Instant, zone: string): Local {
  const at: Local = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
  for (const { type, value } of format(zone).formatToParts(milliseconds(t))) {
    if (type in at) at[type as keyof Local] = Number(value);
  }
  return at;
}

function format(zone: string): Intl.DateTimeFormat {
  let made = formats.get(zone);
  if (made === undefined) {
    const parts = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" } as const;
    made = new Intl.DateTimeFormat("en", { ...parts, hourCycle: "h23", timeZone: zone });
    formats.set(zone, made);
  }
  return made;
}

const milliseconds = (t: Instant): number => new Date(t).getTime();

/** Days since 1970: a day is a calendar day, not 24 hours. */
const number = ({ year, month, day }: Pick<Local, "year" | "month" | "day">): number =>
  Date.UTC(year, month - 1, day) / DAY;
