import { first, MAX_OCCURS, MAX_VALUE, MIN_LENGTH, MIN_OCCURS, MIN_VALUE, VALIDATION_TEXT, whole } from "../../../domain/questionnaire/extensions.ts";
import type { Item } from "../../../domain/questionnaire/resource.ts";
import type { Remark } from "../../../domain/questionnaire/rules.ts";
import { extra } from "../../../domain/questionnaire/texts.ts";
import { _ } from "../../../i18n/index.ts";
import { shownNumber } from "./numbers.ts";

/** What is wrong, and what to do about it; in the form's own words where it has some. */
export function faultWords(remark: Remark, item: Item, language: string): string {
  const own = extra(item, VALIDATION_TEXT, language);
  if (own && remark !== "missing") return own;
  const limit = (urls: readonly string[]): string => {
    const found = first(item, ...urls);
    const number = found?.valueInteger ?? found?.valueDecimal ?? found?.valueQuantity?.value;
    return number === undefined ? (found?.valueDate ?? found?.valueDateTime ?? found?.valueTime ?? "") : shownNumber(number, language);
  };
  switch (remark) {
    case "missing":
      return _("The form asks for an answer here.");
    case "too-long":
      return _("This is too long. At most {n} signs.", { n: item.maxLength ?? 0 });
    case "too-short":
      return _("At least {n}.", { n: whole(item, MIN_LENGTH) ?? 0 });
    case "too-small":
      return _("Must be {n} or more.", { n: limit(MIN_VALUE) });
    case "too-large":
      return _("Must be {n} or less.", { n: limit(MAX_VALUE) });
    case "too-many-answers":
      return _("At most {n}.", { n: whole(item, MAX_OCCURS) ?? 1 });
    case "too-few-answers":
      return _("At least {n}.", { n: whole(item, MIN_OCCURS) ?? 1 });
    default:
      return _("This does not fit here. Write it another way.");
  }
}

/** What was typed and cannot be read as what is asked for. */
export function unreadableWords({ type }: Item): string {
  switch (type) {
    case "integer":
      return _("Write a whole number, such as 12.");
    case "decimal":
    case "quantity":
      return _("Write a number, such as 12.5.");
    default:
      return _("Write the date with digits: day, month and year.");
  }
}
