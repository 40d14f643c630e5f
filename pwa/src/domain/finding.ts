/** Finding a module, and the screen of it, by words: pure, over the modules that lie on the phone. */
import { fine, type Known, known, likeness, mistyped, type Sought, sought, wordsIn } from "./letters.ts";
import type { Module } from "./module.ts";

type Readable = Pick<Module, "id" | "title" | "steps">;

export interface Hit {
  readonly module: string;
  readonly title: string;
  readonly step: number;
  readonly heading: string;
  /** A line of the text: before what was found, what was found, after it. */
  readonly line: readonly [string, string, string];
}
/** Where a word stands: the module, its screen, and how much it tells to stand there. */
interface Place {
  readonly module: number;
  readonly step: number;
  readonly weight: number;
}
interface Word extends Known {
  readonly places: Place[];
}
export interface Shelf {
  readonly modules: readonly Readable[];
  readonly words: ReadonlyMap<string, Word>;
  readonly screens: number;
}

const WEIGHT = { title: 4, heading: 2, text: 1 };
/** A word on more of the screens than this says little when there are others. */
const COMMON = 0.2;
const SHORTEST = 2;
const LINE = 50;

export function shelve(modules: readonly Readable[]): Shelf {
  const words = new Map<string, Word>();
  const put = (text: string, module: number, step: number, weight: number): void => {
    for (const word of new Set(wordsIn(text).map((found) => fine(found.word)))) {
      const entry = words.get(word) ?? { ...known(word), places: [] };
      entry.places.push({ module, step, weight });
      words.set(word, entry);
    }
  };
  modules.forEach(({ title, steps }, module) => {
    put(title, module, 0, WEIGHT.title);
    steps.forEach((step, at) => {
      put(step.title, module, at, WEIGHT.heading);
      put(plain(step.html), module, at, WEIGHT.text);
    });
  });
  return { modules, words, screens: modules.reduce((all, { steps }) => all + steps.length, 0) };
}

/** One hit for each module that fits best, the best first. */
export function find(shelf: Shelf, query: string): Hit[] {
  const wanted = wordsIn(query).filter(({ word }) => word.length >= SHORTEST).map(({ word }) => sought(word));
  const found = wanted.map((want) => ({ want, fits: scores(shelf, want) })).filter(({ fits }) => fits.size > 0);
  const telling = found.filter(({ fits }) => fits.size <= shelf.screens * COMMON);
  const counted = telling.length > 0 ? telling : found;
  const all = shelf.modules.flatMap((module, at) => {
    const best = counted.map(({ fits }) => Math.max(0, ...module.steps.map((_step, step) => fits.get(`${at} ${step}`) ?? 0)));
    const covered = best.filter((score) => score > 0).length;
    if (covered === 0) return [];
    const sums = module.steps.map((_step, step) => found.reduce((sum, { fits }) => sum + (fits.get(`${at} ${step}`) ?? 0), 0));
    const step = sums.indexOf(Math.max(...sums));
    return [{ module, step, covered, score: best.reduce((sum, score) => sum + score, 0) + (sums[step] ?? 0) }];
  });
  const most = Math.max(0, ...all.map(({ covered }) => covered));
  return all
    .filter(({ covered }) => covered === most)
    .sort((a, b) => b.score - a.score)
    .map(({ module, step }) => hit(module, step, counted.map(({ want }) => want)));
}

/** "module step" -> how well one word fits there. */
function scores({ words, screens }: Shelf, want: Sought): Map<string, number> {
  const each = (like: (want: Sought, word: Known) => number) =>
    [...words.values()].flatMap((word) => {
      const score = like(want, word);
      return score > 0 ? [{ ...word, score }] : [];
    });
  const like = each(likeness);
  const found = new Map<string, number>();
  for (const { places, score } of like.length > 0 ? like : each(mistyped)) {
    const rare = Math.log(1 + screens / places.length);
    for (const { module, step, weight } of places) {
      const key = `${module} ${step}`;
      found.set(key, Math.max(found.get(key) ?? 0, score * weight * rare));
    }
  }
  return found;
}

function hit({ id, title, steps }: Readable, step: number, wanted: readonly Sought[]): Hit {
  const { title: heading = "", html = "" } = steps[step] ?? {};
  return { module: id, title, step, heading, line: lineOf(plain(html), wanted) };
}

/** Around the word that fits best; from the beginning when the words stand in a heading. */
function lineOf(text: string, wanted: readonly Sought[]): Hit["line"] {
  const words = wordsIn(text);
  const fits = words.map(({ word }) => Math.max(0, ...wanted.map((want) => fit(want, known(fine(word))))));
  const best = Math.max(0, ...fits);
  const at = best > 0 ? words[fits.indexOf(best)] : undefined;
  if (!at) return [after(text, 0, 2 * LINE), "", ""];
  return [before(text, at.at), at.word, after(text, at.at + at.word.length)];
}

/** A longer word tells more than a shorter one. */
const fit = (want: Sought, word: Known): number => want.fine.length * (likeness(want, word) || mistyped(want, word));

/** Both break off between words. */
function before(text: string, at: number): string {
  const from = at <= LINE ? 0 : text.indexOf(" ", at - LINE) + 1;
  return from === 0 ? text.slice(0, at) : `… ${text.slice(from, at)}`;
}
function after(text: string, at: number, length = LINE): string {
  const to = at + length >= text.length ? text.length : Math.max(at, text.lastIndexOf(" ", at + length));
  return to === text.length ? text.slice(at) : `${text.slice(at, to)} …`;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'", nbsp: " " };

/** What stands on a screen, without drawings and marks. */
export const plain = (html: string): string =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, " ")
    .replace(/<\/li>\s*<li>/g, " · ")
    .replace(/<\/?(?:a|em|strong)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(lt|gt|quot|amp|#39|nbsp);/g, (_all, name: string) => ENTITIES[name] ?? "")
    .replace(/\s+/g, " ")
    .trim();
