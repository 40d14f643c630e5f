import { instant } from "../../../domain/ids.ts";
import { type Item, question } from "../../../domain/questionnaire/index.ts";
import type { Answer, ResponseItem, Speaker } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import { writer } from "../../../store/form.ts";

/** One statement to a question; nothing said is no statement. */
export function statement(item: Item, answer: readonly Answer[], saidBy: Speaker, declined = false): ResponseItem[] {
  if (answer.length === 0 && !declined) return [];
  return [
    {
      linkId: item.linkId,
      text: question(item, language.value),
      ...(declined ? { declined } : { answer }),
      saidBy,
      writtenBy: writer(),
      authored: instant(),
    },
  ];
}

/** An answer as words: what was written, or the names of what was chosen. */
export function words({ answer = [], declined }: ResponseItem): string {
  if (declined) return _("Would rather not say");
  return answer.map(inWords).join(", ");
}

function inWords({ valueString, valueCoding, valueBoolean, valueInteger }: Answer): string {
  if (valueBoolean !== undefined && valueBoolean !== null) return valueBoolean ? _("Yes") : _("No");
  return valueString ?? valueCoding?.display ?? valueCoding?.code ?? String(valueInteger ?? "");
}
