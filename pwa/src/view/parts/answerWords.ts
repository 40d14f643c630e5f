import { first, named, UNIT, UNIT_OPTION } from "../../domain/questionnaire/extensions.ts";
import type { Node } from "../../domain/questionnaire/form.ts";
import { display, translated } from "../../domain/questionnaire/texts.ts";
import type { Answer, Quantity, ResponseItem } from "../../domain/wire.ts";
import { words } from "../../i18n/gettext.ts";
import { _, clock, date, decimal } from "../../i18n/index.ts";

/** The item an answer stands at, as far as its form is known here. */
type Known = Pick<Node, "item" | "options"> | undefined;

/** What was said at one place, in plain words of the page's language; "" when nothing was. */
export const saidWords = (item: Pick<ResponseItem, "answer" | "declined">, node: Known, language: string): string =>
  item.declined ? _("Would rather not say") : answerWords(item.answer ?? [], node, language);

/** All answers to one question: own words keep their lines, the rest is a list. */
export function answerWords(answers: readonly Answer[], node: Known, language: string): string {
  const own = answers.length > 1 && answers.every((answer) => answer.valueString != null && !node?.options.length);
  return answers
    .map((answer) => valueWords(answer, node, language))
    .filter(Boolean)
    .join(own ? "\n" : ", ");
}

/** One value. A person's own words stand as they were written; `language` is that of the form's texts. */
export function valueWords(answer: Answer, node: Known, language: string): string {
  const chosen = node?.options.find((option) =>
    answer.valueCoding
      ? option.valueCoding?.code === answer.valueCoding.code
      : answer.valueString != null && option.valueString === answer.valueString,
  );
  if (chosen) return display(chosen, language);
  if (answer.valueCoding) return answer.valueCoding.display || answer.valueCoding.code;
  if (answer.valueBoolean != null) return answer.valueBoolean ? _("Yes") : _("No");
  const number = answer.valueInteger ?? answer.valueDecimal;
  if (number != null) return numberWords(number);
  if (answer.valueQuantity) return quantityWords(answer.valueQuantity, node, language);
  if (answer.valueDate) return dateWords(answer.valueDate);
  if (answer.valueDateTime) return momentWords(answer.valueDateTime);
  if (answer.valueTime) return clockWords(answer.valueTime);
  return answer.valueString ?? answer.valueUri ?? "";
}

export const numberWords = (value: number): string => decimal(value, String(value).split(".")[1]?.length ?? 0);

function quantityWords({ value, unit = "", code = "" }: Quantity, node: Known, language: string): string {
  const offered = node ? [...named(node.item, UNIT_OPTION), ...[first(node.item, UNIT)].filter((one) => one !== undefined)] : [];
  const known = offered.find(({ valueCoding }) => valueCoding?.code === (code || unit))?.valueCoding;
  const name = (known && translated(known.display, known._display, language)) || unit || code;
  return name ? `${numberWords(value)} ${name}` : numberWords(value);
}

/** "3. mars 2026", "mars 2026", "2026": a day of a calendar, wherever one is. */
export function dateWords(told: string): string {
  const [year = "", month = "", day = ""] = told.split("-");
  const name = words.value?.months[Number(month) - 1] ?? month;
  if (!month) return year;
  return day ? _("{day} {month} {year}", { day: Number(day), month: name, year }) : _("{month} {year}", { month: name, year });
}

/** A FHIR dateTime, in the unit's time zone; of a day, a month or a year only what it says. */
function momentWords(moment: string): string {
  const t = Date.parse(moment);
  if (!moment.includes("T") || Number.isNaN(t)) return dateWords(moment);
  return _("{day} at {clock}", { day: date(t), clock: clock(t) });
}

function clockWords(time: string): string {
  const [hour = "", minute = ""] = time.split(":");
  return _("{hour}:{minute}", { hour: Number(hour), minute });
}
