import { batch, signal } from "@preact/signals";
import { LANGUAGES, type Language, type Part } from "./languages.ts";

type Forms = { readonly [category: string]: string };
export interface Words {
  months: readonly string[];
  /** Monday first. */
  weekdays: readonly string[];
  decimal: string;
  group: string;
  problems: Readonly<Record<string, string>>;
  messages: Readonly<Record<string, string | Forms>>;
}
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Values<Name extends string> = { readonly [name in Name]: string | number };
/** The values that the sentence asks for; none when it asks for none. */
type Asked<Text extends string, Given extends string = never> = [Exclude<Names<Text>, Given>] extends [never]
  ? []
  : [values: Values<Exclude<Names<Text>, Given>>];

/** The language that the page speaks now. */
export const language = signal<Language>("nb");
/** Its words; null until the first have come. Reading them in a component draws it again when the language changes. */
export const words = signal<Words | null>(null);

const needed = new Set<Part>();
const had = new Set<Part>();
let turn = 0;
let wanted: Language = "nb";

/** False when the words could not be had, or another language was asked for meanwhile: then all stays as it was. */
export async function setLanguage(next: Language): Promise<boolean> {
  const mine = ++turn;
  wanted = next;
  const { direction, patient, ...others } = LANGUAGES[next];
  try {
    const more = (["rest", "team"] as const).filter((part) => needed.has(part));
    const [first, ...besides] = await Promise.all([patient(), ...more.map((part) => others[part]())]);
    if (mine !== turn) return false;
    batch(() => {
      language.value = next;
      const messages = besides.reduce((all, part) => ({ ...all, ...part.default.messages }), first.default.messages);
      words.value = { ...first.default, messages };
      more.forEach((part) => had.add(part));
    });
    Object.assign(document.documentElement, { lang: next, dir: direction });
    return true;
  } catch {
    return false;
  }
}

/** From now on every language comes with these words, too. */
export const expectWords = (part: Part): void => void needed.add(part);

/** Called before a page is drawn that needs them; false when they could not be had. */
export async function needWords(part: Part): Promise<boolean> {
  needed.add(part);
  return had.has(part) || setLanguage(wanted);
}

export const needTeamWords = (): Promise<boolean> => needWords("team");

export function _<const Text extends string>(msgid: Text, ...[values]: Asked<Text>): string {
  return fill(find(msgid) ?? msgid, values);
}

/** For one English word with two meanings: "Read" as something to do, and as something done. */
export function pgettext<const Text extends string>(context: string, msgid: Text, ...[values]: Asked<Text>): string {
  return fill(find(`${context}\u0004${msgid}`) ?? msgid, values);
}

export function ngettext<const One extends string, const Many extends string>(
  one: One,
  many: Many,
  n: number,
  ...[values]: Asked<One | Many, "n">
): string {
  return fill(find(one, n) ?? (n === 1 ? one : many), { n, ...values });
}

/** What a person is told about a problem; the slugs are the server's. */
export function problem(slug: string): string {
  const told = words.value?.problems ?? {};
  return told[slug] ?? told["unexpected"] ?? _("Something went wrong on our side. Try again in a while.");
}

/** A sentence's name in the catalogue (FNV-1a over its UTF-16, cut to four signs): `tools/locales.py` counts it too. */
export function short(name: string): string {
  let hashed = 0x811c9dc5;
  for (let place = 0; place < name.length; place++) hashed = Math.imul(hashed ^ name.charCodeAt(place), 0x01000193);
  return (((hashed ^ (hashed >>> 12)) >>> 0) % 36 ** 4).toString(36);
}

function find(key: string, n = 1): string | undefined {
  const found = words.value?.messages[short(key)];
  return typeof found === "object" ? (found[category(n)] ?? found["other"]) : found;
}

function category(n: number): string {
  const tag = language.value;
  // A browser that lacks nynorsk would count by the rules of the phone's own language.
  if (Intl.PluralRules.supportedLocalesOf(tag).length === 0) return n === 1 ? "one" : "other";
  return new Intl.PluralRules(tag).select(n);
}

function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
