import { instant } from "../../../domain/ids.ts";
import { unspot } from "../../../domain/join.ts";
import { type Item, question } from "../../../domain/questionnaire/index.ts";
import type { Answer, ResponseItem, Speaker } from "../../../domain/wire.ts";
import { language } from "../../../i18n/index.ts";
import { writer } from "../../../store/form.ts";

/** One statement at one spot of the form; nothing said is no statement. */
export function statement(item: Item, spot: string, answer: readonly Answer[], saidBy: Speaker, declined = false): ResponseItem[] {
  if (answer.length === 0 && !declined) return [];
  return [
    {
      ...unspot(spot),
      text: question(item, language.value),
      ...(declined ? { declined } : { answer }),
      saidBy,
      writtenBy: writer(),
      authored: instant(),
    },
  ];
}
