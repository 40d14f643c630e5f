/** Words as they are compared when somebody searches: in any case, with any keyboard, with any ending, a little mistyped. */

/** A word as it is written, and as somebody writes it who has no å, æ or ø. */
export interface Known {
  readonly fine: string;
  readonly coarse: string;
  readonly stems: readonly string[];
}
export interface Sought extends Known {
  /** Whether it was written with letters of its own: then å is not a. */
  readonly exact: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Of nouns, verbs and adjectives in bokmål, nynorsk and English. */
const ENDINGS = ["enes", "anes", "ene", "ane", "ens", "ing", "ed", "en", "et", "er", "ar", "es", "te", "a", "e", "s", "t"];
const SHORTEST_STEM = 3;
/** A stem of so many letters stands for whatever begins with it. */
const LONG_STEM = 5;
const ALIKE = { exact: 1, begins: 0.8, ending: 0.7, stem: 0.5, within: 0.4, part: 0.3, mistyped: 0.25 };

export const wordsIn = (text: string): { readonly word: string; readonly at: number }[] =>
  [...text.matchAll(WORD)].map((found) => ({ word: found[0], at: found.index }));

/** å is aa, æ is ae, ø is oe; accents fall. */
export const fine = (word: string): string =>
  word.toLowerCase().replace(/å/g, "aa").replace(/[æä]/g, "ae").replace(/[øö]/g, "oe").normalize("NFD").replace(/\p{M}/gu, "");

const coarse = (folded: string): string => folded.replace(/aa|ae/g, "a").replace(/oe/g, "o");

/** `folded`: after `fine`. */
export const known = (folded: string): Known => ({ fine: folded, coarse: coarse(folded), stems: stems(folded) });
export const sought = (word: string): Sought => ({ ...known(fine(word)), exact: /[^a-z0-9]/i.test(word) });

/** The word, and what is left of it without an ending: a long ending leaves more than a short one. */
const stems = (folded: string): string[] => [
  folded,
  ...ENDINGS.filter((ending) => folded.endsWith(ending) && folded.length - ending.length >= Math.max(SHORTEST_STEM, ending.length + 1)).map((ending) =>
    folded.slice(0, -ending.length),
  ),
];

/** How well a word of a text fits what was sought, from 0 to 1. */
export function likeness(want: Sought, word: Known): number {
  const own = alike(want.fine, want.stems, word.fine, word.stems);
  if (own > 0 || want.exact || (word.coarse === word.fine && want.coarse === want.fine)) return own;
  return 0.9 * alike(want.coarse, want.stems.map(coarse), word.coarse, word.stems.map(coarse));
}

function alike(want: string, wanted: readonly string[], word: string, own: readonly string[]): number {
  if (word === want) return ALIKE.exact;
  if (word.startsWith(want)) return ALIKE.begins;
  if (wanted.some((stem) => own.includes(stem))) return ALIKE.ending;
  if (wanted.some((stem) => stem.length >= LONG_STEM && word.startsWith(stem))) return ALIKE.stem;
  if (want.length >= LONG_STEM && word.includes(want)) return ALIKE.within;
  return word.length >= LONG_STEM && (want.startsWith(word) || want.endsWith(word)) ? ALIKE.part : 0;
}

/** For what was found nowhere: one letter wrong, in long words two. */
export function mistyped(want: Sought, { coarse: word }: Known): number {
  const most = want.coarse.length < 4 ? 0 : want.coarse.length < 8 ? 1 : 2;
  if (most === 0) return 0;
  // A short word that is mistyped is not also the beginning of a long one.
  if (want.coarse.length < LONG_STEM && Math.abs(word.length - want.coarse.length) > 2) return 0;
  return distance(want.coarse, word, most) <= most ? ALIKE.mistyped : 0;
}

/** How many letters are wrong, missing, too many or have changed places, up to some beginning of the word. */
function distance(want: string, word: string, most: number): number {
  const length = Math.min(word.length, want.length + most);
  if (length < want.length - most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: length + 1 }, (_none, at) => at);
  for (let row = 1; row <= want.length; row++) {
    const here = [row];
    for (let at = 1; at <= length; at++) {
      const same = want[row - 1] === word[at - 1];
      let least = Math.min((above[at - 1] ?? 0) + (same ? 0 : 1), (above[at] ?? 0) + 1, (here[at - 1] ?? 0) + 1);
      if (row > 1 && at > 1 && want[row - 1] === word[at - 2] && want[row - 2] === word[at - 1]) least = Math.min(least, (before[at - 2] ?? 0) + 1);
      here.push(least);
    }
    [before, above] = [above, here];
  }
  return Math.min(...above);
}
