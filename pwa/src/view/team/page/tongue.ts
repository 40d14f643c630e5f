import type { AnswersOnPage } from "../../../domain/wire.ts";
import type { Told } from "./told.ts";

/** What everybody in the team reads. */
const READ_BY_ALL: ReadonlySet<string> = new Set(["nb", "nn", "no", "en", "da", "sv"]);

/** Those that people answer in most often here: any other is written as its tag on the wire, and shown by its name. */
export const TONGUES = [
  "am", "ar", "bg", "bs", "ckb", "cs", "da", "de", "en", "es", "et", "fa", "fi", "fr", "hi", "hr", "hu", "is", "it", "ku",
  "lt", "lv", "my", "nb", "ne", "nl", "nn", "om", "pa", "pl", "ps", "pt", "ro", "ru", "rw", "se", "sk", "so", "sq", "sr",
  "sv", "sw", "ta", "th", "ti", "tl", "tr", "uk", "ur", "vi", "yue", "zh",
] as const; // prettier-ignore

export const isRead = (tag: string): boolean => READ_BY_ALL.has(tag.split("-")[0] ?? tag);

/** What the answers are written in: what a person has said of it, else the language the app was shown in. */
export const tongueOf = ({ response, translations = [] }: AnswersOnPage): string =>
  translations.at(-1)?.translation.originalLanguage ?? response.language;

/** The first of the languages that not everybody reads; "" when there is none. */
export const foreignIn = (answers: readonly AnswersOnPage[]): string => answers.map(tongueOf).find((tag) => !isRead(tag)) ?? "";

/** Whether words are mostly written in letters that no language of the team is written in. */
export function looksForeign(words: string): boolean {
  const letters = words.match(/\p{L}/gu) ?? [];
  const latin = words.match(/\p{Script=Latin}/gu) ?? [];
  return letters.length > 0 && latin.length * 2 < letters.length;
}

/** Whether something was written that looks like another language than the app thinks. */
export const seemsForeign = ({ answers, said }: Told): boolean =>
  !foreignIn(answers) && said.some(({ statements }) => statements.some(({ words, item }) => item.answer?.some((one) => one.valueString != null) && looksForeign(words)));
