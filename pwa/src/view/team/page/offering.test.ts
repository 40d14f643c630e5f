import { expect, test } from "vitest";
import type { ModuleEntry } from "../../../domain/module.ts";
import { offerable, onlyTicked, standing } from "./offering.ts";

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
