import type { Learning, ModuleFigures } from "../../../domain/wire.ts";
import { _, date, decimal, language } from "../../../i18n/index.ts";
import { languageName } from "../../parts/languageName.ts";
import { at, sentence } from "../../team/words.ts";
import { monthWords } from "../numbers.ts";

export interface InLanguages {
  readonly module: string;
  readonly title: string;
  readonly rows: readonly ModuleFigures[];
}

/** Each module with its languages, by title. No ranking: a text is not better for being read more. */
export function byModule({ modules = [] }: Learning): InLanguages[] {
  const found = new Map<string, ModuleFigures[]>();
  for (const row of modules) found.set(row.module, [...(found.get(row.module) ?? []), row]);
  return [...found]
    .map(([module, rows]) => ({ module, rows, title: (rows.find((row) => row.language === language.value) ?? rows[0])?.title ?? module }))
    .sort((a, b) => a.title.localeCompare(b.title, language.value));
}

/** The last day that counts in what is told of others. */
export const untilWords = ({ until }: Learning): string => date(`${until}T12:00:00Z`, "UTC");

/** From when until when the readings are counted. */
export const countedWords = (learning: Learning): string =>
  learning.of === "unit"
    ? _("Offered or opened since {month}, counted {when}.", {
        month: monthWords(learning.first),
        when: at(learning.asOf, learning.unit.timezone),
      })
    : _("Offered or opened since {month}, counted to and with {day}.", {
        month: monthWords(learning.first),
        day: untilWords(learning),
      });

/** Whether anybody has met this text, as far as may be told. */
export const met = ({ reach, judged }: ModuleFigures): boolean =>
  reach?.offered !== 0 || reach.opened !== 0 || judged?.useful?.hidden === true || Boolean(judged?.useful?.denominator);

/** LIX where it fits the language, else how long the sentences are. */
export function hardWords({ lix, sentence }: ModuleFigures): string {
  if (lix != null) return _("LIX {n}", { n: decimal(lix) });
  return sentence != null ? _("{n} words a sentence", { n: decimal(sentence) }) : "";
}

export const languageWords = (tag: string): string => sentence(languageName(tag));
