import { describe, expect, it } from "vitest";
import nestedCases from "../../../../tests/cases/nested.json" with { type: "json" };
import placesCases from "../../../../tests/cases/places.json" with { type: "json" };
import rules from "../../../../tests/cases/rules.json" with { type: "json" };
import values from "../../../../tests/cases/values.json" with { type: "json" };
import type { Answer, ResponseItem } from "../wire.ts";
import { type Form, formOf } from "./form.ts";
import { response } from "./nested.ts";
import { places, walked } from "./places.ts";
import type { EnableWhen, Item, Questionnaire } from "./resource.ts";
import { decimals, flaws } from "./rules.ts";
import { dayNumber, holds, moment, secondOfDay } from "./values.ts";

interface Case {
  readonly name: string;
  readonly form: Partial<Questionnaire>;
  readonly said: Partial<ResponseItem>[];
}
const INGRID = { kind: "patient", name: "Ingrid" } as const;
const OPERATORS = ["exists", "=", "!=", ">", "<", ">=", "<="] as const;

const form = (of: Partial<Questionnaire>): Form => formOf({ url: "f", version: "1", language: "nb", ...of });
/** A case that does not say who speaks lets Ingrid speak. */
const said = (items: Partial<ResponseItem>[]): ResponseItem[] =>
  items.map((item) => ({ saidBy: INGRID, writtenBy: INGRID, authored: "2026-11-02T08:00:00Z", ...item }) as ResponseItem);

describe("a value is read as a number", () => {
  it("days", () => expect(values.days.map(([given]) => [given, dayNumber(String(given))])).toEqual(values.days));
  it("seconds", () => expect(values.seconds.map(([given]) => [given, secondOfDay(String(given))])).toEqual(values.seconds));
  it("moments", () => expect(values.moments.map(([given]) => [given, moment(String(given))])).toEqual(values.moments));
  it("decimals", () => expect(values.decimals.map(([given]) => [given, decimals(Number(given))])).toEqual(values.decimals));
});

describe("a condition", () => {
  for (const { name, when, answers, holds: expected } of values.conditions) {
    it(name, () => {
      const made = OPERATORS.map((operator) => ({ question: "q", operator, ...when }) as EnableWhen);
      expect(made.filter((one) => holds(one, answers as Answer[])).map(({ operator }) => operator).sort()).toEqual([...expected].sort());
    });
  }
});

describe("what is there", () => {
  for (const { name, form: given, said: items, there } of placesCases as unknown as (Case & { there: string[] })[]) {
    it(name, () => {
      const found = walked(places(form(given), said(items)));
      expect(found.map(({ node, within }) => (within ? `${node.item.linkId}@${within}` : node.item.linkId))).toEqual(there);
    });
  }
});

describe("what a single answer breaks", () => {
  for (const { name, item, good, bad } of rules.answers as unknown as { name: string; item: Item; good: Answer[][]; bad: [Answer[], string][] }[]) {
    it(name, () => {
      const broken = (answer: Answer[]) => flaws(form({ item: [item] }), said([{ linkId: "q", answer }])).map(({ remark }) => remark);
      for (const answer of good) expect(broken(answer), JSON.stringify(answer)).toEqual([]);
      for (const [answer, remark] of bad) expect(broken(answer), JSON.stringify(answer)).toEqual([remark]);
    });
  }
});

describe("what answers break together", () => {
  for (const { name, form: given, said: items, flaws: expected } of rules.whole as unknown as (Case & { flaws: string[][] })[]) {
    it(name, () => {
      const found = flaws(form(given), said(items));
      expect(found.map(({ linkId, within, remark }) => [linkId, within, remark])).toEqual(expected);
    });
  }
});

describe("the response as FHIR writes it", () => {
  for (const { name, language, form: given, said: items, item } of nestedCases as unknown as (Case & { language: string; item: unknown[] })[]) {
    it(name, () => {
      const made = response(form(given), said(items), { questionnaire: "f|1", status: "completed", language });
      expect(made["item"] ?? []).toEqual(item);
    });
  }
});
