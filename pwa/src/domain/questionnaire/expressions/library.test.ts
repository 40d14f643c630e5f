import { describe, expect, it } from "vitest";
import cases from "../../../../../tests/cases/fhirpath.json" with { type: "json" };
import { compiled } from "./library.ts";

describe("what `questionnaire check` says of an expression is what the library says", () => {
  for (const expression of cases.read) it(`reads ${expression}`, () => expect(() => compiled(expression)).not.toThrow());
  for (const [expression = ""] of cases.unread) it(`cannot read ${expression}`, () => expect(() => compiled(expression)).toThrow());
});
