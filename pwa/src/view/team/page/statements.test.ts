import { expect, test } from "vitest";
import type { AnswersOnPage, PatientPage, ResponseItem } from "../../../domain/wire.ts";
import { saidOn, toRead } from "./statements.ts";

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

test("an answer that is not sent is not shown", () => {
  const draft = answers({}, [item("matters", "My cat")]);
  expect(saidOn(page({ ...draft, response: { ...draft.response, status: "in-progress" } }))).toEqual([]);
});

test("a reading names the versions that are not read yet, and all of them when it is read once more", () => {
  const read = answers({ read: true }, []);
  expect(toRead(page(read, answers({}, [], "staff")))).toEqual(["staff-1"]);
  expect(toRead(page(read))).toEqual(["all-1"]);
});
