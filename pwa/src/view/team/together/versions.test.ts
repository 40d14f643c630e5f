import { expect, test } from "vitest";
import type { AnswersOnPage, PatientPage, ResponseItem, Speaker } from "../../../domain/wire.ts";
import { written, type Given } from "./versions.ts";

const ingrid: Speaker = { kind: "patient", name: "Ingrid" };
const kari: Speaker = { kind: "staff", name: "Kari" };

const item = (linkId: string, words: string): ResponseItem => ({
  linkId,
  answer: [{ valueString: words }],
  saidBy: ingrid,
  writtenBy: ingrid,
  authored: "2026-11-23T08:00:00Z",
});

const answers = (document: string, ...items: ResponseItem[]): AnswersOnPage => ({
  document,
  versions: ["head-1", "head-2"],
  received: "2026-11-23T08:00:00Z",
  response: {
    resourceType: "QuestionnaireResponse",
    questionnaire: "form|1.0.0",
    status: "completed",
    encounter: "stay",
    language: "nn",
    item: items,
  },
});

const page = (...stood: AnswersOnPage[]): PatientPage => ({
  encounter: {
    id: "stay",
    patient: { id: "ingrid", given: "Ingrid", family: "Nilsen", birthDate: "1942-04-12" },
    unit: { id: "medisin-2", name: "Medisin 2", kind: "medical" },
    status: "in-progress",
    admitted: "2026-11-23T07:40:00Z",
  },
  answers: stood,
});

const given = (spot: string, words: string, more: Partial<Given> = {}): Given => ({
  spot,
  text: "What matters to you?",
  answer: words ? [{ valueString: words }] : [],
  declined: false,
  saidBy: ingrid,
  staff: false,
  ...more,
});

const write = (on: PatientPage, ...said: Given[]) =>
  written({
    page: on,
    documents: { shared: "shared", staff: "staff" },
    questionnaire: "form|1.0.0",
    language: "",
    shown: "nb",
    leftOut: new Set(["gone"]),
    origin: "conversation",
    given: said,
    writtenBy: kari,
    author: "Practitioner/kari",
    now: "2026-11-23T10:00:00Z",
    id: () => "new",
  });

test("what was said together is a whole answer, said by the patient and written by staff", () => {
  const [version, ...more] = write(page(), given("matters", "To walk to the postbox"));
  expect(more).toEqual([]);
  expect(version).toMatchObject({
    id: "shared",
    version: "new",
    base: [],
    patient: "ingrid",
    author: "Practitioner/kari",
  });
  expect(version?.content).toMatchObject({
    status: "completed",
    origin: "conversation",
    language: "nb",
    audience: "all",
  });
  expect(version?.content.item).toEqual([
    {
      linkId: "matters",
      text: "What matters to you?",
      answer: [{ valueString: "To walk to the postbox" }],
      saidBy: ingrid,
      writtenBy: kari,
      authored: "2026-11-23T10:00:00Z",
    },
  ]);
});

test("earlier answers to other questions stay as they are, and every head is named", () => {
  const talk = item("talk", "Loudly");
  const [version] = write(
    page(answers("shared", talk, item("matters", "My cat"))),
    given("matters", "My cat and my garden"),
  );
  expect(version?.base).toEqual(["head-1", "head-2"]);
  expect(version?.content).toMatchObject({ status: "amended", language: "nn" });
  expect(version?.content.item?.[0]).toBe(talk);
  expect(version?.content.item?.map((each) => each.answer?.[0]?.valueString)).toEqual([
    "Loudly",
    "My cat and my garden",
  ]);
});

test("an answer made only for health personnel leaves the document that helpers see", () => {
  const versions = write(page(answers("shared", item("worry", "Drink"))), given("worry", "Drink", { staff: true }));
  expect(versions.map(({ id, content }) => [id, content.audience, content.item?.length])).toEqual([
    ["shared", "all", 0],
    ["staff", "staff", 1],
  ]);
});

test("an emptied answer is taken away", () => {
  const [version] = write(page(answers("shared", item("worry", "Drink"))), given("worry", ""));
  expect(version?.content.item).toEqual([]);
});

test("what was asked and not told is kept as declined", () => {
  const [version] = write(page(), given("worry", "", { declined: true }));
  expect(version?.content.item?.[0]).toMatchObject({ linkId: "worry", declined: true });
});

test("nothing said writes nothing", () => {
  expect(write(page(), given("matters", ""))).toEqual([]);
});

test("what is not asked any more is left out, and each time of what repeats is by itself", () => {
  const stood = [item("gone", "No longer"), { ...item("name", "Iron"), within: "a" }, { ...item("name", "Zinc"), within: "b" }];
  const [version] = write(page(answers("shared", ...stood)), given("name\nb", "Zinc, in the morning"));
  expect(version?.content.item?.map(({ within, answer }) => [within, answer?.[0]?.valueString])).toEqual([
    ["a", "Iron"],
    ["b", "Zinc, in the morning"],
  ]);
});
