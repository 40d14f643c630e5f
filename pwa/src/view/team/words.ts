import type { Arrival, Encounter, Postponement, Task, Unit } from "../../domain/wire.ts";
import { _, clock, day, language, when } from "../../i18n/index.ts";
import { languageName } from "../parts/languageName.ts";
import { now } from "./now.ts";
import { dayOnClock } from "./zone.ts";

/** Slugs of the server's shapes in the words of the ward. */
export function reasonWords(reason: Postponement["reason"]): string {
  switch (reason) {
    case "too-ill":
      return _("Too ill to answer now");
    case "confused":
      return _("Confused now");
    case "language":
      return _("No shared language yet");
    case "declined":
      return _("Does not want to answer");
  }
}

export function endingWords(ending: string): string {
  switch (ending) {
    case "died":
      return _("Died");
    case "wrong-patient":
      return _("Wrong patient");
    case "cancelled":
      return _("Cancelled");
    default:
      return _("Discharged");
  }
}

export function statusWords(status: Task["status"]): string {
  switch (status) {
    case "requested":
      return _("Planned");
    case "in-progress":
      return _("Started");
    case "completed":
      return _("Done");
    case "rejected":
      return _("Could not be done");
    case "cancelled":
      return _("Stopped");
  }
}

export function placeWords({ room, bed }: Pick<Encounter | Arrival, "room" | "bed">): string {
  if (!room) return _("no room yet");
  return bed ? _("room {room}, bed {bed}", { room, bed }) : _("room {room}", { room });
}

/** 12.04.1942: digits, since this is compared with a wristband. */
export function dateDigits(date: string): string {
  const [year = "", month = "", date_ = ""] = date.split("-");
  return `${date_}.${month}.${year}`;
}

/** "23.11.2026 10.15": for what is kept elsewhere, where "today" would grow old. */
export const exactly = (t: string | number, zone = "Europe/Oslo"): string =>
  `${dateDigits(dayOnClock(t, zone))} ${clock(t, zone)}`;

/** A calendar day, such as the day something is to be done by. */
export const dayWords = (date: string, unit: Unit): string => day(`${date}T12:00:00Z`, now.value, unit.timezone);

/** "8.40" today, else the day: what stands to the right in a row. */
export function shortly(t: string, zone?: string): string {
  const today = day(t, now.value, zone) === day(now.value, now.value, zone);
  return today ? clock(t, zone) : day(t, now.value, zone);
}

export const at = (t: string, zone?: string): string => when(t, now.value, zone);

/** To choose from, by name. */
export const languages = (tags: readonly string[]): { value: string; words: string }[] =>
  tags.map((value) => ({ value, words: sentence(languageName(value)) })).sort((a, b) => a.words.localeCompare(b.words, language.value));

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
