/** A run chart's rules: Anhøj and Olesen 2014, PLoS ONE 9(11):e113825 (runs longer, crossings fewer than chance). */
export interface Run {
  median: number;
  /** How many points lie off the median; those on it say nothing. */
  useful: number;
  longest: number;
  longestMax: number;
  crossings: number;
  crossingsMin: number;
  signal: boolean;
  /** The last run, when it alone is longer than chance: where the newest change began. */
  since: number | null;
  side: "above" | "below" | null;
}

/** Below this, a median says little: no line is drawn and nothing is judged. */
export const FEWEST = 10;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const high = sorted[Math.floor(middle)] ?? NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? NaN) + high) / 2 : high;
}

/** `points` in order of time; null where there is nothing to show. */
export function run(points: readonly (number | null)[]): Run {
  const centre = median(points.filter((point) => point !== null));
  const sides = points.flatMap((point, at) =>
    point === null || point === centre ? [] : [{ at, above: point > centre }],
  );
  let longest = 0;
  let crossings = 0;
  let length = 0;
  let start = 0;
  sides.forEach(({ at, above }, index) => {
    const before = sides[index - 1];
    if (before && before.above === above) length += 1;
    else {
      length = 1;
      start = at;
      crossings += before ? 1 : 0;
    }
    longest = Math.max(longest, length);
  });
  const useful = sides.length;
  const longestMax = Math.round(Math.log2(useful)) + 3;
  const crossingsMin = fewestCrossings(useful);
  const judged = useful >= FEWEST;
  const shifted = judged && length > longestMax;
  return {
    median: centre,
    useful,
    longest,
    longestMax,
    crossings,
    crossingsMin,
    signal: judged && (longest > longestMax || crossings < crossingsMin),
    since: shifted ? start : null,
    side: shifted ? (sides.at(-1)?.above ? "above" : "below") : null,
  };
}

/** The smallest number of crossings that chance alone gives at least one time in twenty: Binomial(n - 1, 1/2). */
export function fewestCrossings(useful: number): number {
  let probability = 0.5 ** (useful - 1);
  let sum = probability;
  let crossings = 0;
  while (sum < 0.05 && crossings < useful) {
    probability *= (useful - 1 - crossings) / (crossings + 1);
    crossings += 1;
    sum += probability;
  }
  return crossings;
}
