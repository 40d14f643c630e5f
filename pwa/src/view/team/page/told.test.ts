import { describe, expect, test } from "vitest";
import type { Item, Questionnaire } from "../../../domain/questionnaire/index.ts";
import type { AnswersOnPage, PatientPage, ResponseItem } from "../../../domain/wire.ts";
import { toRead } from "./statements.ts";
import { isSection, type Part, toldOn } from "./told.ts";

const item = (linkId: string, words: string, more: Partial<ResponseItem> = {}): ResponseItem => ({
  linkId,
  ...(words && { answer: [{ valueString: words }] }),
  saidBy: { kind: "patient" },
  writtenBy: { kind: "patient" },
  authored: "2026-11-23T08:00:00Z",
  ...more,
});

const answers = (
  more: Partial<AnswersOnPage>,
  items: readonly ResponseItem[],
  audience: "all" | "staff" = "all",
): AnswersOnPage => ({
  document: audience,
  versions: [`${audience}-1`],
  received: "2026-11-23T08:00:00Z",
  response: {
    resourceType: "QuestionnaireResponse",
    questionnaire: "form|1.0.0",
    status: "completed",
    encounter: "stay",
    language: "nb",
    audience,
    item: items,
  },
  ...more,
});

const saidOn = (on: PatientPage) => toldOn(on, new Map(), "en").flatMap(({ said }) => said);

const page = (...all: AnswersOnPage[]): PatientPage => ({
  encounter: {
    id: "stay",
    patient: { id: "ingrid", given: "Ingrid", family: "Nilsen", birthDate: "1942-04-12" },
    unit: { id: "medisin-2", name: "Medisin 2", kind: "medical" },
    status: "in-progress",
    admitted: "2026-11-23T07:40:00Z",
  },
  answers: all,
});

test("what is only for health personnel stands among the rest and says so", () => {
  const said = saidOn(page(answers({}, [item("matters", "My cat")]), answers({}, [item("worry", "Drink")], "staff")));
  expect(said.map(({ linkId, statements }) => [linkId, statements[0]?.staffOnly])).toEqual([
    ["matters", false],
    ["worry", true],
  ]);
});

test("two statements that differ are both shown", () => {
  const [said] = saidOn(
    page(answers({}, [item("matters", "Sleep", { unsettled: true }), item("matters", "Walk", { unsettled: true })])),
  );
  expect(said?.unsettled).toBe(true);
  expect(said?.statements.map(({ words }) => words)).toEqual(["Sleep", "Walk"]);
});

test("a changed answer shows what it said when it was last read, also when it said nothing or is gone", () => {
  const before = [item("matters", "My cat"), item("worry", ""), item("home", "Alone")];
  const said = saidOn(
    page(
      answers({ changed: before }, [item("matters", "My garden"), item("worry", "Falling"), item("talk", "Loudly")]),
    ),
  );
  expect(said.map(({ linkId, before: was, statements }) => [linkId, was, statements.length])).toEqual([
    ["matters", "My cat", 1],
    ["worry", "", 1],
    ["talk", null, 1],
    ["home", "Alone", 0],
  ]);
});

test("what was said in the last stay only is not taken away now", () => {
  const before = [item("matters", "My cat"), item("home", "Alone")];
  const said = saidOn(page(answers({ changed: before, lastStay: true }, [item("matters", "My garden")])));
  expect(said.map(({ linkId, before: was }) => [linkId, was])).toEqual([["matters", "My cat"]]);
});

test("an answer that is not sent is not shown", () => {
  const draft = answers({}, [item("matters", "My cat")]);
  expect(saidOn(page({ ...draft, response: { ...draft.response, status: "in-progress" } }))).toEqual([]);
});

test("a reading names the versions that are not read yet, and all of them when it is read once more", () => {
  const read = answers({ read: true }, []);
  expect(toRead(page(read, answers({}, [], "staff")))).toEqual(["staff-1"]);
  expect(toRead(page(read))).toEqual(["all-1"]);
});

const asks = (...of: Item[]): Questionnaire => ({ url: "form", version: "1.0.0", title: "A form", item: of });
const question = (linkId: string, type: string, more: Partial<Item> = {}): Item => ({ linkId, type, text: `${linkId}?`, ...more });
const told = (form: Questionnaire, ...items: ResponseItem[]) => {
  const [one] = toldOn(page(answers({}, items)), new Map([["form|1.0.0", form]]), "en");
  if (!one) throw new Error("nothing was told");
  return one;
};
const outline = (parts: readonly Part[]): unknown[] =>
  parts.map((part) => (isSection(part) ? { [part.heading]: outline(part.parts) } : part.statements.map(({ words }) => words).join()));

describe("any form", () => {
  const medicine = question("medicine", "group", { text: "Medicine", repeats: true, item: [question("name", "string"), question("dose", "quantity")] });
  const form = asks(
    question("when", "date"),
    question("home", "group", { text: "At home", item: [question("alone", "boolean"), question("who", "text", { enableWhen: [{ question: "alone", operator: "=", answerBoolean: false }] })] }),
    medicine,
  );

  test("is told whole and in its own order, with its parts by name and each time of what repeats", () => {
    const one = told(
      form,
      item("dose", "", { within: "b", answer: [{ valueQuantity: { value: 5, unit: "mg" } }] }),
      item("name", "Iron", { within: "b" }),
      item("name", "Zinc", { within: "a" }),
      item("alone", "", { answer: [{ valueBoolean: false }] }),
      item("who", "My sister"),
      item("when", "", { answer: [{ valueDate: "2026-12-01" }] }),
    );
    expect(outline(one.parts)).toEqual([
      expect.stringContaining("2026"),
      { "At home": ["No", "My sister"] },
      { "Medicine, 1 of 2": ["Zinc"] },
      { "Medicine, 2 of 2": ["Iron", "5 mg"] },
    ]);
    expect(one.said.map(({ label, closed }) => [label, closed])).toContainEqual(["who?", false]);
    expect(one.title).toBe("A form");
  });

  test("says apart what is not asked any more", () => {
    const one = told(form, item("alone", "", { answer: [{ valueBoolean: true }] }), item("who", "My sister"));
    expect(outline(one.parts)).toEqual([{ "At home": ["Yes"] }]);
    expect(one.former.map(({ linkId }) => linkId)).toEqual(["who"]);
  });

  test("keeps what it does not know, last and in the words it was asked in", () => {
    const one = told(form, item("from-another-version", "Still here", { text: "An older question" }), item("alone", "", { answer: [{ valueBoolean: true }] }));
    expect(one.said.map(({ label }) => label)).toEqual(["alone?", "An older question"]);
  });

  test("tells which of its rules an answer breaks, and at which question", () => {
    const one = told(asks(question("days", "integer", { extension: [{ url: "http://hl7.org/fhir/StructureDefinition/maxValue", valueInteger: 7 }] })), item("days", "", { answer: [{ valueInteger: 9 }] }));
    expect(one.flaws).toEqual([{ label: "days?", remark: "too-large" }]);
  });
});

test("the same question in two forms is not the same answer", () => {
  const other = answers({ document: "other", versions: ["o"] }, [item("matters", "To sleep")]);
  const all = toldOn(page(answers({}, [item("matters", "My cat")]), { ...other, response: { ...other.response, questionnaire: "talk|1.0.0" } }), new Map(), "en");
  expect(all.map(({ url, said }) => [url, said[0]?.statements.length])).toEqual([
    ["form", 1],
    ["talk", 1],
  ]);
});
