import { expect, test } from "vitest";
import type { ModuleEntry } from "../../../domain/module.ts";
import type { Answer, AnswersOnPage, RelatedPerson, ResponseItem } from "../../../domain/wire.ts";
import { goalBehind, offerable, onlyTicked, standing } from "./offering.ts";

const entry = (id: string, title: string, ...forWhom: string[]): ModuleEntry => ({
  id,
  version: "1.0.0",
  languages: { nb: { title, minutes: 2, path: "" } },
  ...(forWhom.length > 0 && { forWhom }),
});
const all = [
  entry("pain", "Når du har vondt", "patient", "carer"),
  entry("going-home", "Trygt hjem", "patient"),
  entry("being-a-carer", "Å være pårørende", "carer"),
  entry("teach-back", "Tilbakefortelling", "staff"),
];
const ids = (sought: string) => {
  const { patient, carer } = offerable(all, sought, "nb");
  return [patient.map(({ id }) => id), carer.map(({ id }) => id)];
};

test("what is for the patient and what is for those who help stand apart, and what is for staff nowhere", () => {
  expect(ids("")).toEqual([["pain", "going-home"], ["being-a-carer"]]);
});

test("the beginnings of words narrow them down, in any order", () => {
  expect(ids("hj")).toEqual([["going-home"], []]);
  expect(ids("PÅ væ")).toEqual([[], ["being-a-carer"]]);
  expect(ids("ondt")).toEqual([[], []]);
  expect(ids("tilbake")).toEqual([[], []]);
});

test("where no title says it, the texts that do come in their own order, and what is for staff not at all", () => {
  const inTexts = ["teach-back", "going-home", "pain"];
  expect(offerable(all, "fall", "nb", inTexts).patient.map(({ id }) => id)).toEqual(["going-home", "pain"]);
  expect(offerable(all, "vondt", "nb", inTexts).patient.map(({ id }) => id)).toEqual(["pain"]);
});

test("what only the patient's ticks point to is known from what somebody chose", () => {
  expect(onlyTicked({ module: "pain", offered: { module: "pain", reason: "learn-pain" } })).toBe(true);
  expect(onlyTicked({ module: "pain", offered: { module: "pain", reason: "children-yes" } })).toBe(true);
  expect(onlyTicked({ module: "pain", offered: { module: "pain", reason: "learn-pain" }, opened: "2026" })).toBe(false);
  expect(onlyTicked({ module: "pain", offered: { module: "pain", by: "Kari", reason: "learn it" } })).toBe(false);
});

test("one line is four numbers", () => {
  expect(
    standing([
      { module: "a", offered: { module: "a" }, opened: "1", finished: "2", teachBack: { unsure: ["x", "y"] } },
      { module: "b", offered: { module: "b" } },
      { module: "c", opened: "1" },
    ]),
  ).toEqual({ offered: 2, opened: 2, finished: 1, unsure: 2 });
});

const say = (linkId: string, within: string, answer: Answer): ResponseItem => ({
  linkId,
  within,
  answer: [answer],
  saidBy: { kind: "patient" },
  writtenBy: { kind: "patient" },
  authored: "2026-11-02T08:00:00Z",
});
const goal = (within: string, words: string, code: string): ResponseItem[] => [
  say("activity", within, { valueString: words }),
  say("activity-about", within, { valueCoding: { code } }),
];
const sent = (about: RelatedPerson | null, ...item: ResponseItem[]): AnswersOnPage => ({
  document: "goals",
  response: { resourceType: "QuestionnaireResponse", questionnaire: "", status: "completed", encounter: "", language: "nb", item },
  versions: [],
  received: "",
  about,
});

test("what a goal leads to is told with the patient's words for it, and with nobody else's", () => {
  const tone: RelatedPerson = { id: "tone", patient: "ingrid", name: "Tone", relation: "datter" };
  const answers = [sent(tone, ...goal("a", "Sove", "pain")), sent(null, ...goal("a", "Lese avisa.", "something-else"), ...goal("b", "Gå til butikken.", "pain"))];
  expect(goalBehind("activity-about-pain", { answers })).toBe("Gå til butikken");
  expect(goalBehind("learn-pain", { answers })).toBe("");
  expect(goalBehind("activity-about-moving", {})).toBe("");
});
