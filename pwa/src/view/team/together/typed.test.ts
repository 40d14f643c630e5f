import { expect, test } from "vitest";
import type { Speaker } from "../../../domain/wire.ts";
import type { Said } from "../page/statements.ts";
import { EMPTY, given, sheetOf } from "./typed.ts";

const who = new Map<string, Speaker>([
  ["patient", { kind: "patient", name: "Ingrid" }],
  ["mona", { kind: "related", name: "Mona", relation: "daughter" }],
]);
const other = { name: "", relation: "" };
const questions = [{ linkId: "matters", text: "What matters to you?" }];
const typed = (words: string) => ({ ...EMPTY, answer: words ? [{ valueString: words }] : [], touched: true });

const said = (...words: string[]): Said => ({
  linkId: "matters",
  question: "",
  before: null,
  unsettled: words.length > 1,
  closed: false,
  statements: words.map((text) => ({
    words: text,
    staffOnly: false,
    on: { document: "d", versions: [], received: "", response: {} as never },
    item: {
      linkId: "matters",
      answer: [{ valueString: text }],
      saidBy: { kind: "related", name: "Mona" },
      writtenBy: { kind: "related", name: "Mona" },
      authored: "",
    },
  })),
});

test("the speaker chosen once counts for every answer that has no own", () => {
  const sheet = { speaker: "mona", other, typed: { matters: typed("My cat") } };
  expect(given(sheet, questions, who)[0]?.saidBy).toEqual({ kind: "related", name: "Mona", relation: "daughter" });
  const own = { speaker: "mona", other, typed: { matters: { ...typed("My cat"), saidBy: "patient" } } };
  expect(given(own, questions, who)[0]?.saidBy.kind).toBe("patient");
});

test("a question that nobody touched is left as it was", () => {
  expect(given(sheetOf("untouched", [said("My cat")], who).value, questions, who)).toEqual([]);
});

test("an earlier answer stands in the field with the one who said it", () => {
  expect(sheetOf("earlier", [said("My cat")], who).value.typed["matters"]).toMatchObject({
    answer: [{ valueString: "My cat" }],
    saidBy: "mona",
  });
});

test("two answers that differ are not taken away by leaving the field empty", () => {
  const sheet = sheetOf("differ", [said("Sleep", "Walk")], who);
  expect(sheet.value.typed["matters"]).toBe(EMPTY);
  sheet.value = { speaker: "patient", other, typed: { matters: { ...EMPTY, staff: true, touched: true } } };
  expect(given(sheet.value, questions, who)).toEqual([]);
});

test("an earlier answer that was emptied is taken away", () => {
  const sheet = { speaker: "patient", other, typed: { matters: { ...typed(" "), stood: true } } };
  expect(given(sheet, questions, who)[0]).toMatchObject({ linkId: "matters", answer: [], declined: false });
});

test("what was typed is there when one comes back to the page", () => {
  const sheet = sheetOf("back", [], who);
  sheet.value = { ...sheet.value, typed: { matters: typed("My cat") } };
  expect(sheetOf("back", [], who).value.typed["matters"]?.answer).toEqual([{ valueString: "My cat" }]);
});

test("somebody who is not known here is named on the spot", () => {
  const sheet = {
    speaker: "other",
    other: { name: "Leif", relation: "son" },
    typed: { matters: typed("The curtains") },
  };
  expect(given(sheet, questions, who)[0]?.saidBy).toEqual({ kind: "related", name: "Leif", relation: "son" });
});
