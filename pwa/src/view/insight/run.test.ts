import { expect, test } from "vitest";
import { fewestCrossings, median, run } from "./run.ts";

// Published limits for runs and crossings (Anhøj, qicharts2): useful points, longest run, fewest crossings
const LIMITS: readonly (readonly [number, number, number])[] = [
  [10, 6, 2],
  [12, 7, 3],
  [13, 7, 3],
  [16, 7, 4],
  [20, 7, 6],
  [24, 8, 8],
  [36, 8, 13],
  [60, 9, 23],
  [100, 10, 41],
];

const alternating = (n: number): number[] => Array.from({ length: n }, (_, at) => (at % 2 === 0 ? 10 : 20) + at / 1000);

test.each(LIMITS)("the limits for %i points are the published ones", (useful, longest, crossings) => {
  expect(fewestCrossings(useful)).toBe(crossings);
  expect(run(alternating(useful)).longestMax).toBe(longest);
});

test("a month without stays is neither a point nor a break", () => {
  expect(run([1, null, 3, 2]).median).toBe(2);
  expect(run([1, null, 3]).useful).toBe(2);
});

test("points on the median belong to no side", () => {
  const judged = run([5, 5, 5, 1, 9]);
  expect(judged).toMatchObject({ median: 5, useful: 2, longest: 1, crossings: 1 });
});

test("eight of sixteen months above the median after eight below is not chance, and the text knows since when", () => {
  const judged = run([1, 2, 1, 3, 2, 1, 2, 3, 8, 9, 7, 8, 9, 8, 7, 9]);
  expect(judged).toMatchObject({ signal: true, longest: 8, longestMax: 7, crossings: 1, since: 8, side: "above" });
});

test("too few points are never judged", () => {
  expect(run([1, 2, 1, 8, 9, 7]).signal).toBe(false);
});

test("the median of an even number lies between the two in the middle", () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});
