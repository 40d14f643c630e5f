/** What /content tells: an index that changes, and files that never do. */
export interface ContentIndex {
  readonly modules?: readonly ModuleEntry[];
}
export interface ModuleEntry {
  readonly id: string;
  readonly version: string;
  readonly languages: Readonly<Record<string, { readonly title: string; readonly minutes: number; readonly path: string }>>;
  readonly forWhom?: readonly string[];
  /** The codes of the question "what do you want to know more about" that it answers. */
  readonly tags?: readonly string[];
}

/** One module in one language: a few screens, and a talk about them at the end. */
export interface Module {
  readonly id: string;
  readonly version: string;
  readonly language: string;
  readonly title: string;
  readonly minutes: number;
  readonly draft?: boolean;
  readonly sources?: readonly { readonly name: string; readonly publisher?: string }[];
  readonly steps: readonly { readonly title: string; readonly html: string }[];
  readonly teachBack?: TeachBackTalk;
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

/** In the reader's language, else bokmål, else whatever there is. */
export const spoken = (entry: ModuleEntry, language: string) =>
  entry.languages[language] ?? entry.languages["nb"] ?? Object.values(entry.languages)[0];

/** What is for those who work here alone is neither offered to a patient nor brought to a patient's phone. */
export const forPeople = ({ forWhom }: ModuleEntry): boolean => !forWhom || forWhom.some((reader) => reader !== "staff");
