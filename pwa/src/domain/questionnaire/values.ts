/** Values of answers as they can be compared: the twin of domain/questionnaire/values.py, where each rule is told. */
import type { Answer } from "../wire.ts";
import type { Coding, EnableWhen, Quantity } from "./resource.ts";

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
const TIME = /^(\d\d):(\d\d):(\d\d)(\.\d{1,9})?$/;
const MOMENT = /^(\d{4}-\d\d-\d\d)T(.+?)(Z|[+-]\d\d:\d\d)$/;
const DAY = 86_400;

/** Days since 1970 of a FHIR date; of a year or a month, its first day. Null when no calendar has it. */
export function dayNumber(text: string): number | null {
  const found = DATE.exec(text);
  const [year, month, day] = [Number(found?.[1]), Number(found?.[2] ?? 1), Number(found?.[3] ?? 1)];
  if (!found || year === 0) return null;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() / 1000 / DAY : null;
}

/** Of a FHIR time, `hh:mm:ss` with or without a fraction. */
export function secondOfDay(text: string): number | null {
  const found = TIME.exec(text);
  if (!found) return null;
  const [hour, minute, second] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return hour > 23 || minute > 59 || second > 59 ? null : hour * 3600 + minute * 60 + second + Number(found[4] ?? 0);
}

/** Seconds since 1970 of a FHIR dateTime; of a day, month or year, its beginning in UTC. */
export function moment(text: string): number | null {
  const found = MOMENT.exec(text);
  const days = dayNumber(found?.[1] ?? text);
  if (days === null || !found) return days === null ? null : days * DAY;
  const [seconds, zone = ""] = [secondOfDay(found[2] ?? ""), found[3]];
  if (seconds === null) return null;
  const away = zone === "Z" ? 0 : (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))) * 60 * (zone[0] === "+" ? 1 : -1);
  return days * DAY + seconds - away;
}

/** Any of FHIR's values that has an order. */
interface Ordered {
  readonly valueInteger?: number | null;
  readonly valueDecimal?: number | null;
  readonly valueQuantity?: Quantity | null;
  readonly valueDate?: string | null;
  readonly valueDateTime?: string | null;
  readonly valueTime?: string | null;
}

/** What is greater and smaller in an answer or a limit: a number, or a point in time. Null for what has no order. */
export function number(of: Ordered | undefined): number | null {
  if (!of) return null;
  const plain = of.valueInteger ?? of.valueDecimal ?? of.valueQuantity?.value;
  if (plain !== undefined && plain !== null) return plain;
  return of.valueDate ? dayNumber(of.valueDate) : of.valueDateTime ? moment(of.valueDateTime) : of.valueTime ? secondOfDay(of.valueTime) : null;
}

/** Whether the answers to the item that is asked about fulfil the condition. */
export function holds(when: EnableWhen, answers: readonly Answer[]): boolean {
  switch (when.operator) {
    case "exists":
      return answers.length > 0 === (when.answerBoolean !== false);
    case "!=":
      return !answers.some((answer) => equal(answer, when));
    case "=":
      return answers.some((answer) => equal(answer, when));
  }
  return answers.some((answer) => {
    const [given, wanted] = pair(answer, when);
    if (given === null || wanted === null) return false;
    switch (when.operator) {
      case ">":
        return given > wanted;
      case "<":
        return given < wanted;
      case ">=":
        return given >= wanted;
      default:
        return given <= wanted;
    }
  });
}

function equal(answer: Answer, when: EnableWhen): boolean {
  if (when.answerBoolean !== undefined) return answer.valueBoolean === when.answerBoolean;
  if (when.answerCoding) return sameCode(answer.valueCoding, when.answerCoding);
  if (when.answerString !== undefined) return answer.valueString === when.answerString || answer.valueUri === when.answerString;
  const [given, wanted] = pair(answer, when);
  return given !== null && given === wanted;
}

const sameCode = (given: Coding | null | undefined, wanted: Coding): boolean =>
  (given?.code ?? "") === (wanted.code ?? "") && given !== null && given !== undefined && (!given.system || !wanted.system || given.system === wanted.system);

type Pair = readonly [number | null, number | null];
const UNLIKE: Pair = [null, null];

/** Both as numbers, where they are of one kind. */
function pair(answer: Answer, when: EnableWhen): Pair {
  if (when.answerQuantity) {
    const [given, wanted] = [answer.valueQuantity, when.answerQuantity];
    const [own, other] = [given?.code || given?.unit, wanted.code || wanted.unit];
    return !given || (own && other && own !== other) ? UNLIKE : [given.value, wanted.value ?? null];
  }
  if (when.answerDate !== undefined) return answer.valueDate ? [number(answer), dayNumber(when.answerDate)] : UNLIKE;
  if (when.answerDateTime !== undefined) return answer.valueDateTime ? [number(answer), moment(when.answerDateTime)] : UNLIKE;
  if (when.answerTime !== undefined) return answer.valueTime ? [number(answer), secondOfDay(when.answerTime)] : UNLIKE;
  const plain = answer.valueInteger ?? answer.valueDecimal;
  return [plain ?? null, plain === undefined || plain === null ? null : (when.answerDecimal ?? when.answerInteger ?? null)];
}
