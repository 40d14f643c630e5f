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

const needed = new Set<Part>(["patient"]);
let turn = 0;

/** False when the words could not be had, or another language was asked for meanwhile: then all stays as it was. */
export async function setLanguage(next: Language): Promise<boolean> {
  const mine = ++turn;
  const { direction, patient, team } = LANGUAGES[next];
  try {
    const [first, more] = await Promise.all([patient(), needed.has("team") ? team() : null]);
    if (mine !== turn) return false;
    batch(() => {
      language.value = next;
      words.value = { ...first.default, messages: { ...first.default.messages, ...more?.default.messages } };
    });
    Object.assign(document.documentElement, { lang: next, dir: direction });
    return true;
  } catch {
    return false;
  }
}

/** Called before a page of the team or the leader is drawn; from then on every language comes with their words. */
export function needTeamWords(): Promise<boolean> {
  needed.add("team");
  return setLanguage(language.value);
}

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

function find(key: string, n = 1): string | undefined {
  const found = words.value?.messages[key];
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
