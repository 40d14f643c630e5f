import type { Arrival, Unit } from "../../../domain/wire.ts";
import { _, age, day, hours, ngettext, pgettext } from "../../../i18n/index.ts";
import { now } from "../now.ts";
import { at, endingWords, placeWords, reasonWords, sentence, shortly } from "../words.ts";
import { groupOf, unread, wishes, type Group } from "./groups.ts";

const DAY = 24 * 3_600_000;

export function groupWords(group: Group): string {
  switch (group) {
    case "alone":
      return _("Wants to talk alone");
    case "left":
      return _("Gone home, not read");
    case "unread":
      return _("Not read");
    case "changed":
      return _("Changed since it was read");
    case "silent":
      return _("Has not answered");
    case "begun":
      return _("Has begun");
    case "postponed":
      return _("Cannot answer now");
    case "read":
      return pgettext("answers that have been read", "Read");
  }
}

/** Nobody has asked for a day and night: said in words, and in colour besides. */
export const late = (stay: Arrival): boolean =>
  stay.state === "not-answered" && !stay.asked && now.value - Date.parse(stay.admitted) >= DAY;

/** The time that matters, to the right of the name. */
export function timeWords(stay: Arrival, unit: Unit): string {
  if (stay.state === "not-answered" || stay.state === "begun") return hours(stay.admitted, now.value);
  if (stay.state === "postponed")
    return stay.postponement?.askAgain ? shortly(stay.postponement.askAgain, unit.timezone) : "";
  const time = stay.state === "read" ? stay.readAt : stay.answered;
  return time ? shortly(time, unit.timezone) : "";
}

/** The quiet line below the name: short sentences, each only where it says something. */
export function factsOf(stay: Arrival, unit: Unit): readonly string[] {
  return [
    sentence(_("{age}, {place}.", { age: age(stay.birthDate, now.value, unit.timezone), place: placeWords(stay) })),
    ...leftFacts(stay, unit),
    ...stateFacts(stay, unit),
    wishes(stay) && unread(stay) ? _("The answers are not read yet.") : "",
    stay.carersUnread
      ? ngettext("{n} who helps has told of themselves, not read.", "{n} who help have told of themselves, not read.", stay.carersUnread)
      : "",
    stay.lookAgain ? _("Look again: can the patient decide who helps?") : "",
    stay.askAlone ? _("Ask alone.") : "",
    stay.visitQuestions ? ngettext("{n} question for the round.", "{n} questions for the round.", stay.visitQuestions) : "",
    stay.interpreter ? _("Interpreter: {language}.", { language: stay.interpreter }) : "",
    stay.similarName ? _("Similar name on the ward.") : "",
  ].filter(Boolean);
}

function leftFacts(stay: Arrival, unit: Unit): readonly string[] {
  if (!unread(stay)) return [];
  const whose = stay.owner === "leader" ? _("The ward leader reads it.") : _("The shift here reads it.");
  if (stay.ended) {
    const ending = endingWords(stay.ending ?? "");
    return [_("{ending} {day}.", { ending, day: day(stay.ended, now.value, unit.timezone) }), whose];
  }
  return stay.fromUnit ? [_("Answered at {unit}.", { unit: stay.fromUnit }), whose] : [];
}

function stateFacts(stay: Arrival, unit: Unit): readonly string[] {
  const helped = stay.helpedBy ? _("Helped by {who}.", { who: stay.helpedBy }) : "";
  switch (stay.state) {
    case "unread":
      return [helped];
    case "changed":
      return [_("Changed the answer."), helped];
    case "begun":
      return [_("Begun, {begun} of {questions}.", { begun: stay.begun ?? 0, questions: stay.questions ?? 0 })];
    case "not-answered":
      return [_("Came {day}.", { day: day(stay.admitted, now.value, unit.timezone) }), silence(stay)];
    case "postponed":
      return postponedFacts(stay, unit);
    case "read":
      return [stay.openTasks ? ngettext("{n} open action.", "{n} open actions.", stay.openTasks) : ""];
  }
}

function silence(stay: Arrival): string {
  if (late(stay)) return _("{hours} without being asked.", { hours: hours(stay.admitted, now.value) });
  if (stay.asked) return _("Asked, not answered.");
  return stay.invited ? _("Has the sheet. Not asked yet.") : _("Not asked yet.");
}

function postponedFacts({ postponement }: Arrival, unit: Unit): readonly string[] {
  if (!postponement) return [];
  const again = postponement.askAgain;
  const due = again && Date.parse(again) <= now.value;
  return [
    `${reasonWords(postponement.reason)}.`,
    due ? _("Time to ask again.") : again ? _("Ask again {when}.", { when: at(again, unit.timezone) }) : "",
  ];
}

/** The row has changed its state since the list was drawn, by somebody's own hand: it says so where it stands. */
export const moved = (stay: Arrival, group: Group): string =>
  groupOf(stay) === group ? "" : _("Now: {group}.", { group: groupWords(groupOf(stay)).toLowerCase() });
