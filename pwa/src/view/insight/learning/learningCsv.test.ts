import { expect, test } from "vitest";
import type { Learning, ModuleFigures } from "../../../domain/wire.ts";
import { learningCsv } from "./learningCsv.ts";

const module: ModuleFigures = {
  module: "going-home",
  language: "nb",
  title: "Trygt hjem",
  version: "1.1.0",
  state: "draft",
  next: "2027-05-01",
  overdue: true,
  lix: 15.8,
  sentence: 7.3,
  reach: { offered: 6, taken: { numerator: 5, denominator: 6, share: 5 / 6 }, finished: { hidden: true } },
  questions: [{ question: "Hva; gjør du?", right: { numerator: 9, denominator: 10, share: 0.9 } }],
  stopped: 1,
  stops: [{ screen: 3, title: "De første dagene", count: 1 }],
  unsure: [{ text: "Når jeg kan reise hjem" }],
  asked: 0,
  judged: { lines: ["=for mange ord", "Bra \"sagt\""] },
};
const learning: Learning = {
  unit: { id: "medisin-2", name: "Medisin 2", kind: "medical", organizationName: "Fjordbyen sykehus" },
  of: "unit",
  asOf: "2026-11-23T10:00:00Z",
  until: "2026-10-31",
  first: "2025-10",
  modules: [module],
  staff: [
    { module: "teach-back", title: "x", read: "most" },
    { module: "rights", title: "y", read: "hidden" },
  ],
};
const rows = (of: Learning["of"] = "unit"): string[] => learningCsv({ ...learning, of }).split("\r\n");
const START = "Medisin 2;2025-10;2026-11-23;going-home;nb;1.1.0;";
const HOUSE = "Fjordbyen sykehus;2025-10;2026-10-31;going-home;nb;1.1.0;";

test("each figure is a row that a Norwegian spreadsheet opens", () => {
  expect(rows()[0]).toBe("\ufeffwhose;since;until;module;language;version;measure;about;numerator;denominator;share");
  expect(rows()).toContain(`${START}opened-of-offered;;5;6;0,8333`);
  expect(rows()).toContain(`${START}lix;;15,8;;`);
  expect(rows()).toContain(`${START}next-review;2027-05-01;overdue;;`);
  expect(rows()).toContain(`${START}stopped-at;3 De første dagene;1;;`);
  expect(rows()).toContain(`${START}asked;;0;;`);
});

test("what is hidden says so, and is not a nought", () => {
  expect(rows()).toContain(`${START}opened;;hidden;;`);
  expect(rows()).toContain(`${START}finished;;hidden;hidden;hidden`);
  expect(rows()).toContain(`${START}unclear;Når jeg kan reise hjem;hidden;;`);
  expect(rows()).toContain("Medisin 2;;2026-10-31;rights;;;staff-finished;hidden;;;");
});

test("what a reader wrote is a text, also when it looks like a formula", () => {
  expect(rows()).toContain(`${HOUSE}line;'=for mange ord;;;`);
  expect(rows()).toContain(`${HOUSE}line;"Bra ""sagt""";;;`);
  expect(rows()).toContain(`${START}understood-question;"Hva; gjør du?";9;10;0,9000`);
});

test("of the whole house it names the house, and its last day", () => {
  expect(rows("organization")).toContain(`${HOUSE}opened-of-offered;;5;6;0,8333`);
});

test("of staff it tells a word", () => {
  expect(rows()).toContain("Medisin 2;;2026-10-31;teach-back;;;staff-finished;most;;;");
});
