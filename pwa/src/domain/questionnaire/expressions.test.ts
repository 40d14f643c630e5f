import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Answer, ResponseItem } from "../wire.ts";
import { type Told, evaluator } from "./expressions/evaluator.ts";
import { at } from "./expressions/settling.ts";
import { needsExpressions } from "./expressions.ts";
import { ENABLE_WHEN_EXPRESSION } from "./extensions.ts";
import { formOf } from "./form.ts";
import type { Met } from "./places.ts";
import type { Questionnaire } from "./resource.ts";
import { flaws } from "./rules.ts";

const read = (name: string): Questionnaire => JSON.parse(readFileSync(`../${name}`, "utf8")) as Questionnaire;
const [sums, repeating, broken] = ["sums", "repeating", "broken"].map((name) => read(`tests/fhir/forms/expressions-${name}.json`)) as [Questionnaire, Questionnaire, Questionnaire];

const by = { kind: "patient" } as const;
const said = (linkId: string, answer: Answer, within = ""): ResponseItem => ({ linkId, within, answer: [answer], saidBy: by, writtenBy: by, authored: "2026-05-04T10:00:00Z" });
const code = (code: string): Answer => ({ valueCoding: { system: "https://viktig.example/CodeSystem/how-often", code } });

function weighed(form: Questionnaire, items: readonly ResponseItem[], begin = false, given = ""): Told {
  return evaluator(formOf(form), given, new Set(), () => undefined).weigh({ items, shown: new Map(), begin });
}
const calculated = (form: Questionnaire, ...items: ResponseItem[]): Record<string, unknown> =>
  Object.fromEntries(weighed(form, items).calculated.map(({ linkId, within, answer }) => [within ? `${linkId} ${within}` : linkId, answer.flatMap(Object.values)[0]]));

afterEach(() => vi.useRealTimers());

describe("a form", () => {
  it("needs expressions when one of its items has one, and ours do not", () => {
    expect(needsExpressions(sums)).toBe(true);
    expect(needsExpressions(read("server/viktig/content/questionnaires/what-matters.json"))).toBe(false);
  });
});

describe("what must be answered where an expression decides whether it is asked", () => {
  const decides = { url: ENABLE_WHEN_EXPRESSION, valueExpression: { language: "text/fhirpath", expression: "%resource.item.where(linkId='ask').answer.value" } };
  const form = formOf({
    url: "f",
    version: "1",
    item: [
      { linkId: "ask", type: "boolean" },
      { linkId: "why", type: "string", required: true, extension: [decides] },
    ],
  });

  it("is missing where the expression says yes, and not where it says no or has not been asked", () => {
    const met = (items: ResponseItem[]): Met => {
      const { enabled } = evaluator(form, "", new Set(), () => undefined).weigh({ items, shown: new Map(), begin: false });
      return (node, within) => enabled.get(at(node, within));
    };
    const [yes, no] = [[said("ask", { valueBoolean: true })], [said("ask", { valueBoolean: false })]];
    expect(flaws(form, yes, met(yes))).toEqual([{ linkId: "why", within: "", remark: "missing" }]);
    expect(flaws(form, no, met(no))).toEqual([]);
    expect(flaws(form, yes)).toEqual([]);
  });
});

describe("calculated answers", () => {
  it("follow from others, also from calculated ones, in SDC's words and in Helsenorge's", () => {
    expect(calculated(sums, said("one", { valueInteger: 2 }), said("two", { valueInteger: 3 }))).toMatchObject({ sum: 5, double: 10 });
    expect(calculated(sums, said("one", { valueInteger: 2 }))).toMatchObject({ sum: 2, double: 4 });
  });

  it("are exact with decimals, and have as many as the question takes", () => {
    const body = calculated(sums, said("weight", { valueDecimal: 80.1 }), said("height", { valueDecimal: 180 }));
    expect(body).toMatchObject({ bmi: 24.7, heavy: { value: 80100, unit: "g", code: "g", system: "http://unitsofmeasure.org" } });
  });

  it("tell the age on the day before a birthday, and on it", () => {
    vi.useFakeTimers({ now: new Date(2026, 4, 3, 12) });
    expect(calculated(sums, said("born", { valueDate: "1941-05-04" }))).toMatchObject({ age: 84 });
    vi.setSystemTime(new Date(2026, 4, 4, 12));
    expect(calculated(sums, said("born", { valueDate: "1941-05-04" }))).toMatchObject({ age: 85 });
  });

  it("add up the weights of choices, also from a contained list; one without a weight counts nothing", () => {
    expect(calculated(sums, said("sleep", code("most")), said("worry", code("some")), said("pain", code("most")))).toMatchObject({ score: 5 });
    expect(calculated(sums, said("sleep", code("most")), said("worry", code("unsure")))).toMatchObject({ score: 2 });
  });

  it("are told only where they differ from what is there, and are taken away when nothing is left to calculate from", () => {
    const items = [said("one", { valueInteger: 2 }), said("sum", { valueInteger: 2 }), said("double", { valueInteger: 4 })];
    expect(calculated(sums, ...items)).toEqual({});
    expect(weighed(sums, items.slice(1)).calculated).toEqual([
      { linkId: "sum", within: "", answer: [] },
      { linkId: "double", within: "", answer: [] },
    ]);
  });
});

describe("an expression", () => {
  const sdc = (name: string, expression: string) => ({ url: `http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-${name}`, valueExpression: { language: "text/fhirpath", expression } });
  const form = (...item: Questionnaire["item"] & object): Questionnaire => ({ url: "https://viktig.example/Questionnaire/own", version: "1", item });
  const text = (expression: string) => ({ linkId: "it", type: "string", text: "What it says", extension: [sdc("calculatedExpression", expression)] });

  it("sees its own item of the form and of the response, and the whole form", () => {
    expect(calculated(form(text("%qitem.text")))).toEqual({ it: "What it says" });
    expect(calculated(form(text("%context.linkId & '/' & %resource.item.count().toString() & '/' & %questionnaire.item.count().toString()")))).toEqual({ it: "it/1/1" });
  });

  it("that reaches through a hundred others is weighed in one go", () => {
    const chain = Array.from({ length: 100 }, (_, n) => ({ linkId: `q${n + 1}`, type: "integer", extension: [sdc("calculatedExpression", `%resource.item.where(linkId='q${n}').answer.value + 1`)] }));
    const told = weighed(form(...[{ linkId: "q0", type: "integer" }, ...chain].reverse()), [said("q0", { valueInteger: 1 })]);
    expect([told.calculated.length, told.calculated.find(({ linkId }) => linkId === "q100")?.answer, told.faults]).toEqual([100, [{ valueInteger: 101 }], []]);
  });
});

describe("initial answers", () => {
  it("are given where nobody has said anything, from what the phone knows", () => {
    vi.useFakeTimers({ now: new Date(2026, 4, 3, 12) });
    const begun = weighed(sums, [], true, "Ingrid");
    expect(begun.initial).toEqual([
      { linkId: "called", within: "", answer: [{ valueString: "Ingrid" }] },
      { linkId: "today", within: "", answer: [{ valueDate: "2026-05-03" }] },
    ]);
    expect(begun.faults).toEqual([]);
    expect(weighed(sums, [{ ...said("called", {}), answer: [] }], true, "Ingrid").initial.map(({ linkId }) => linkId)).toEqual(["today"]);
    expect(weighed(sums, [], false, "Ingrid").initial).toEqual([]);
  });
});

describe("in a part that repeats", () => {
  const first = [said("name", { valueString: "Selo-Zok" }, "a"), said("morning", { valueInteger: 1 }, "a")];
  const second = [said("name", { valueString: "Furix" }, "b"), said("morning", { valueInteger: 3 }, "b"), said("evening", { valueInteger: 2 }, "b")];

  it("each instance has its own variables, calculations and conditions", () => {
    expect(calculated(repeating, ...first, ...second)).toEqual({ "daily a": 1, "daily b": 5, all: 6 });
    const { enabled } = weighed(repeating, [...first, ...second]);
    expect([enabled.get("many\na"), enabled.get("many\nb")]).toEqual([false, true]);
  });

  it("conditions count instances, and wait for each other", () => {
    expect(weighed(repeating, first).enabled.get("talk")).toBe(false);
    const { enabled } = weighed(repeating, [...first, ...second, said("talk", { valueBoolean: true })]);
    expect([enabled.get("talk"), enabled.get("when")]).toEqual([true, true]);
    // What is no longer asked counts no longer, though it is kept.
    expect(weighed(repeating, [...first, said("talk", { valueBoolean: true })]).enabled.get("when")).toBe(false);
  });

  it("what one can choose among comes from other answers", () => {
    expect(weighed(repeating, [...first, ...second]).options.get("worst")).toEqual([{ valueString: "Selo-Zok" }, { valueString: "Furix" }]);
  });

  it("nothing is calculated where nobody has said anything, and what was goes with the rest", () => {
    const added = evaluator(formOf(repeating), "", new Set(), () => undefined).weigh({ items: first, shown: new Map([["medicine", ["b"]]]), begin: false });
    expect(added.calculated.map(({ within }) => within)).toEqual(["a", ""]);
    expect(weighed(repeating, [said("daily", { valueInteger: 5 }, "b")]).calculated).toEqual([{ linkId: "daily", within: "b", answer: [] }]);
  });
});

describe("an expression that is wrong", () => {
  const told = weighed(broken, [said("fine", { valueInteger: 1 })]);

  it("leaves its item as if it had none, is named, and stops no other", () => {
    expect(told.calculated).toEqual([{ linkId: "next", within: "", answer: [{ valueInteger: 2 }] }]);
    const why = Object.fromEntries(told.faults.map(({ linkId, why }) => [linkId, why]));
    expect(why).toEqual({
      round: "unsettled",
      about: "unsettled",
      growing: "unsettled",
      half: "broken",
      unknown: "broken",
      nobody: "broken",
      words: "wrong-type",
      server: "broken",
      cql: "not-fhirpath",
      shown: "wrong-type",
      two: "wrong-type",
      through: "broken",
    });
    expect(told.faults.find(({ linkId }) => linkId === "through")?.detail).toBe("%torn: Not implemented: frobnicate");
  });

  it("hides nothing; one that gives nothing is a no", () => {
    expect([told.enabled.get("shown"), told.enabled.get("hidden")]).toEqual([undefined, false]);
  });
});
