/**
 * A language that nobody speaks, for whoever writes a form: letters that are read from right to left, a third more of them,
 * and brackets around each text. What stands outside brackets, or in Latin letters, was not to be translated.
 */
import { TRANSLATION } from "../../domain/questionnaire/extensions.ts";
import type { Written } from "./written.ts";

/** As Unicode's CLDR calls its pseudo-language of that direction. */
export const PSEUDO = "ar-XB";

const LETTERS = [..."ابتثجحخدذرزسشصضطظعغفقكلمنهوي"];
/** Placeholders, tags, where a link leads, addresses. */
const KEPT = /\{\w+\}|<[^>]+>|(?<=\])\([^)\s]+\)|https?:\/\/[^\s<>"()]+|\S+@\S+\.\S+/u;
const LINE = /^(\s*(?:(?:[-*+]|\d{1,3}[.)]|#{1,6})\s+)?)(.+)$/gmu;

/** A text in it, line by line; one without words, such as "{hour}:{minute}", as it is. */
export function pseudo(text: string): string {
  let letters = 0;
  const turned = (letter: string): string => {
    const other = LETTERS[(letter.toLowerCase().codePointAt(0) ?? 0) % LETTERS.length] ?? letter;
    return ++letters % 3 === 0 ? other + other : other;
  };
  const line = (_whole: string, marks: string, words: string): string => {
    const before = letters;
    const found = words.replace(new RegExp(`(${KEPT.source})|\\p{L}\\p{M}*`, "gu"), (one, kept?: string) => kept ?? turned(one));
    return letters === before ? marks + found : `${marks}⟦${found}⟧`;
  };
  return text.replace(LINE, line);
}

/** Every text within it: a catalogue of words. */
export function inPseudo<T>(value: T): T;
export function inPseudo(value: unknown): unknown {
  if (typeof value === "string") return pseudo(value);
  return value && typeof value === "object" ? mapped(value, inPseudo) : value;
}

const SAID: ReadonlySet<string> = new Set(["title", "text", "display", "valueString", "valueMarkdown"]);

/** The form with one more translation beside each of its texts: its answers and conditions stay as they are. */
export const withPseudo = (written: Written): Written =>
  written.form ? { ...written, form: beside(written.form) as typeof written.form, languages: [...written.languages, PSEUDO] } : written;

function beside(value: unknown): unknown {
  if (!value || typeof value !== "object" || ("url" in value && value.url === TRANSLATION)) return value;
  const all = mapped(value, beside) as Record<string, unknown>;
  for (const [name, text] of Object.entries(value)) {
    if (!SAID.has(name) || typeof text !== "string") continue;
    const more = all[`_${name}`] as { extension?: unknown[] } | undefined;
    const content = name === "valueMarkdown" ? { valueMarkdown: pseudo(text) } : { valueString: pseudo(text) };
    const translation = { url: TRANSLATION, extension: [{ url: "lang", valueCode: PSEUDO }, { url: "content", ...content }] };
    all[`_${name}`] = { ...more, extension: [...(more?.extension ?? []), translation] };
  }
  return all;
}

const mapped = (value: object, each: (inner: unknown) => unknown): object =>
  Array.isArray(value) ? value.map(each) : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, each(inner)]));
