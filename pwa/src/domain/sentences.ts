/** Where a sentence ends: the twin of content/sentences.py. A full stop ends none after an abbreviation, inside a number or a date. */

/** Something always follows them, also a name: St. Olavs, f.eks. Paracet, kl. 09.00. */
const NEVER_LAST =
  /^(?:f\.eks|t\.d|bl\.a|m\.a|dvs|d\.v\.s|kl|ca|nr|tlf|jfr?|evt?|inkl|ekskl|pkt|dr|prof|st|p\.g\.a|pga|i\.e|e\.g|approx|mrs?|ms|vs)$/i;
/** They end a sentence when a capital letter follows. */
const OFTEN_LAST = /^(?:osv|o\.l|o\.a|m\.m|m\.fl|mv|m\.v|etc|mnd|mill|mrd|min|sek|kr|stk|a\.m|p\.m)$/i;

const STOP = /([.!?]+)[»”"'’)\]]*(\s+|$)/g;
const LAST_WORD = /[^\s(«“"'[]*$/;
const NAMED = /(?:^|[A-ZÆØÅ]\S*\s|\.\s)$/;

/** One sentence, by where it begins and ends in the text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const sentences = (text: string): string[] => spans(text).map(({ from, to }) => text.slice(from, to));

/** A paragraph is a sentence even without a full stop. */
export function spans(text: string): Span[] {
  const found: Span[] = [];
  let paragraph = 0;
  for (const gap of [...text.matchAll(/\n\s*\n/g), { index: text.length, 0: "" }]) {
    within(text.slice(paragraph, gap.index), paragraph, found);
    paragraph = gap.index + gap[0].length;
  }
  return found;
}

function within(text: string, offset: number, found: Span[]): void {
  let begin = 0;
  const close = (end: number): void => {
    const said = text.slice(begin, end);
    const from = begin + said.length - said.trimStart().length;
    if (said.trim()) found.push({ from: offset + from, to: offset + from + said.trim().length });
    begin = end;
  };
  for (const stop of text.matchAll(STOP)) {
    const [all, mark = "", gap = ""] = stop;
    const end = stop.index + all.length;
    if (ends(text.slice(begin, stop.index), mark, gap, text.slice(end))) close(end);
  }
  close(text.length);
}

function ends(before: string, mark: string, gap: string, after: string): boolean {
  const following = after.replace(/^[«“"'([]+/, "").slice(0, 1);
  if (!following || mark !== ".") return !isLower(following);
  const word = LAST_WORD.exec(before)?.[0] ?? "";
  if (NEVER_LAST.test(word) || initial(before, word)) return false;
  if (OFTEN_LAST.test(word)) return isUpper(following);
  // A date: 1. mai. Between two points of a list there is a line.
  return gap.includes("\n") || !isLower(following);
}

/** A. Nilsen, Kari A. Nilsen; but not: take vitamin D. */
const initial = (before: string, word: string): boolean => word.length === 1 && isUpper(word) && NAMED.test(before.slice(0, -1));
const isLower = (sign: string): boolean => /^\p{Ll}/u.test(sign);
const isUpper = (sign: string): boolean => /^\p{Lu}/u.test(sign);
