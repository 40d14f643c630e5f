import type { ResponseItem } from "./wire.ts";

/** The question "what do you want to know more about?". */
export const LEARN = "learn";
/** The question in which a person names a goal of their own. It stands in a part that is there once for each. */
const GOAL = "activity";

/** What /content tells: an index that changes, and files that never do. */
export interface ContentIndex {
  readonly modules?: readonly ModuleEntry[];
}
export interface ModuleEntry {
  readonly id: string;
  readonly version: string;
  readonly languages: Readonly<Record<string, InLanguage>>;
  readonly forWhom?: readonly string[];
  /** What leads there when it is ticked: a code of the question `learn`, or `question=code` of any other. */
  readonly tags?: readonly string[];
  /** Who alone is to see it, in place of the one of this name that is everybody's. */
  readonly organization?: string;
}
export interface InLanguage {
  readonly title: string;
  readonly minutes: number;
  readonly path: string;
  /** Where the variant in short sentences lies. */
  readonly easy?: string;
}

/** One module in one language: a few screens, and a talk about them at the end. */
export interface Module {
  readonly id: string;
  readonly version: string;
  readonly language: string;
  readonly title: string;
  readonly minutes: number;
  readonly draft?: boolean;
  /** In short sentences. */
  readonly easy?: boolean;
  readonly review?: ModuleReview;
  readonly sources?: readonly { readonly name: string; readonly publisher?: string }[];
  readonly steps: readonly { readonly title: string; readonly html: string }[];
  readonly teachBack?: TeachBackTalk;
  /** The same in sound or on film. */
  readonly media?: readonly ModuleMedia[];
  readonly terms?: readonly Term[];
}
/** How far the text has been tried, and by whom; `responsible` answers for a draft, where the reader is. */
export interface ModuleReview {
  readonly state?: "draft" | "reviewed";
  readonly by?: string;
  readonly role?: string;
  readonly date?: string;
  readonly responsible?: string;
  readonly responsibleRole?: string;
  readonly testedWith?: readonly { readonly readers: number }[];
}
/** `path` is below /content/. */
export interface ModuleMedia {
  readonly kind: "sound" | "film";
  readonly path: string;
  readonly title: string;
}
/** A word that is explained in place: `<a class="term" href="#word-ID">` in the screens leads to it. */
export interface Term {
  readonly id: string;
  readonly word: string;
  readonly means: string;
}
export interface TeachBackTalk {
  readonly ask: string;
  readonly questions?: readonly TalkQuestion[];
  /** What one may still be unsure about. */
  readonly points?: readonly string[];
}
export interface TalkQuestion {
  readonly text: string;
  readonly options: readonly TalkOption[];
}
export interface TalkOption {
  readonly code: string;
  readonly text: string;
  readonly right?: boolean;
  readonly explain?: string;
}

/** What there is to read in an organisation: its own in place of ours of the same name, and nothing of other houses. */
export function readIn(entries: readonly ModuleEntry[], organization = ""): ModuleEntry[] {
  const own = entries.filter((entry) => entry.organization && entry.organization === organization);
  const ours = entries.filter((entry) => !entry.organization && !own.some(({ id }) => id === entry.id));
  return [...ours, ...own];
}

/** In the reader's language, else bokmål, else whatever there is. */
export const spoken = (entry: ModuleEntry, language: string) =>
  entry.languages[language] ?? entry.languages["nb"] ?? Object.values(entry.languages)[0];

/** What is for those who work here alone is neither offered to a patient nor brought to a patient's phone. */
export const forPeople = ({ forWhom }: ModuleEntry): boolean => !forWhom || forWhom.some((reader) => reader !== "staff");

/** Of what there is for people, what this reader is meant to have. */
export const meantFor = (modules: readonly ModuleEntry[], reader: "patient" | "carer"): readonly ModuleEntry[] =>
  modules.filter(({ forWhom }) => !forWhom || forWhom.includes(reader));

/** The goal in whose part of the form an answer stands, in the person's own words; empty where there is none. */
export function goalOf({ within }: ResponseItem, items: readonly ResponseItem[]): string {
  const goal = within ? items.find((item) => item.linkId === GOAL && item.within === within) : undefined;
  return goal?.answer?.[0]?.valueString?.trim().replace(/\.$/, "") ?? "";
}

/** The file of the text, and that of its easy variant. */
export const pathsOf = (entry: ModuleEntry, language: string): readonly string[] => {
  const { path, easy } = spoken(entry, language) ?? {};
  return [path, easy].flatMap((each) => each || []);
};
