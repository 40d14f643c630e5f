import { expect, test } from "vitest";
import type { Figures } from "../../domain/wire.ts";
import { csv } from "./csv.ts";
import { allMonths } from "./numbers.ts";

const figures = (name: string, ...months: readonly [string, number, number][]): Figures => ({
  unit: { id: "medisin-2", name, kind: "medical" },
  asOf: "2026-11-23T10:00:00Z",
  measures: ["asked"],
  months: months.map(([month, numerator, denominator]) => ({
    month,
    counts: [{ measure: "asked", numerator, denominator, share: denominator ? numerator / denominator : null }],
  })),
});

test("each month and measure is a row with numerator and denominator", () => {
  expect(csv(figures("Medisin 2", ["2026-10", 3, 4])).split("\r\n")).toEqual([
    "\ufeffunit;month;measure;numerator;denominator;share",
    "Medisin 2;2026-10;asked;3;4;0,7500",
    "",
  ]);
});

test("a month without stays is a row without a share", () => {
  const rows = csv(figures("Medisin 2", ["2025-12", 3, 4], ["2026-02", 1, 4])).split("\r\n");
  expect(rows[2]).toBe("Medisin 2;2026-01;asked;0;0;");
  expect(allMonths(figures("M", ["2025-11", 1, 1], ["2026-02", 1, 1])).map(({ month }) => month)).toEqual([
    "2025-11",
    "2025-12",
    "2026-01",
    "2026-02",
  ]);
});

test("a unit whose name looks like a formula stays a name", () => {
  expect(csv(figures('=1+1;"x"', ["2026-10", 1, 1]))).toContain(`"'=1+1;""x"""`);
});
