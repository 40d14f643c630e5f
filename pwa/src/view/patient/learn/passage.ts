import { signal } from "@preact/signals";
import { onLeave } from "../../../store/here.ts";

/** What somebody is about to ask about: a screen, or one paragraph of it. */
export interface Passage {
  readonly module: string;
  /** Counted from 1, as in the address. */
  readonly screen: number;
  readonly words: string;
}

export const passage = signal<Passage | null>(null);
onLeave(() => void (passage.value = null));

const LONGEST = 120;

/** The beginning of a paragraph, broken off between words: enough to find it again. */
export const beginning = (words: string): string =>
  words.length <= LONGEST ? words : `${words.slice(0, words.lastIndexOf(" ", LONGEST - 1) || LONGEST)} …`;
