/** What /content tells: an index that changes, and files that never do. */
export interface ContentIndex {
  readonly modules?: readonly ModuleEntry[];
}
export interface ModuleEntry {
  readonly id: string;
  readonly version: string;
  readonly languages: Readonly<Record<string, InLanguage>>;
  readonly forWhom?: readonly string[];
  /** The codes of the question "what do you want to know more about" that it answers. */
  readonly tags?: readonly string[];
}
export interface InLanguage {
  readonly title: string;
  readonly minutes: number;
  readonly path: string;
  /** The path of the same in short sentences. */
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
  /** The same told in short sentences. */
  readonly easy?: boolean;
  readonly review?: ModuleReview;
  readonly terms?: readonly Term[];
  readonly media?: readonly ModuleMedia[];
  readonly sources?: readonly { readonly name: string; readonly publisher?: string }[];
  readonly steps: readonly { readonly title: string; readonly html: string }[];
  readonly teachBack?: TeachBackTalk;
}
/** How far the text has been tried, and who answers for it; `responsible` answers for a draft. */
export interface ModuleReview {
  readonly state: "draft" | "reviewed";
  readonly by?: string;
  readonly role?: string;
  readonly date?: string;
  readonly responsible?: string;
  readonly responsibleRole?: string;
  readonly testedWith?: readonly { readonly language: string; readonly readers: number }[];
}
/** A word that is explained where it stands: `<a class="term" href="#word-ID">`. */
export interface Term {
  readonly id: string;
  readonly word: string;
  readonly means: string;
}
/** What an organisation has put beside it; `path` is below /content/. */
export interface ModuleMedia {
  readonly kind: "sound" | "film";
  readonly path: string;
  readonly title: string;
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

/** Of what there is, what this reader is meant to have: staff learn in an app of their own. */
export const meantFor = (modules: readonly ModuleEntry[], reader: "patient" | "carer"): readonly ModuleEntry[] =>
  modules.filter(({ forWhom }) => !forWhom || forWhom.includes(reader));

/** In the reader's language, else bokmål, else whatever there is. */
export const spoken = (entry: ModuleEntry, language: string) =>
  entry.languages[language] ?? entry.languages["nb"] ?? Object.values(entry.languages)[0];

/** The file of the text, and that of its easy variant. */
export const pathsOf = (entry: ModuleEntry, language: string): readonly string[] => {
  const { path, easy } = spoken(entry, language) ?? {};
  return [path, easy].filter((each) => each !== undefined && each !== "") as string[];
};
