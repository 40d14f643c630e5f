import { _ } from "../../../i18n/index.ts";
import type { Answer } from "../../../domain/wire.ts";
import { shownNumber } from "./numbers.ts";

/** One answer as it is read. */
export function inWords(answer: Answer, language: string): string {
  if (typeof answer.valueBoolean === "boolean") return answer.valueBoolean ? _("Yes") : _("No");
  const amount = answer.valueInteger ?? answer.valueDecimal;
  if (typeof amount === "number") return shownNumber(amount, language);
  const { valueQuantity: quantity, valueCoding: coding } = answer;
  if (quantity) return `${shownNumber(quantity.value, language)} ${quantity.unit || quantity.code || ""}`.trim();
  const text = answer.valueString ?? answer.valueUri ?? coding?.display ?? coding?.code;
  return text ?? answer.valueDate ?? answer.valueTime?.slice(0, 5) ?? answer.valueDateTime ?? "";
}
