import { describe, expect, it } from "vitest";
import cases from "../../../tests/cases/join.json" with { type: "json" };
import { joined } from "./join.ts";
import type { QuestionnaireResponse } from "./wire.ts";

interface Case {
  name: string;
  bases: Record<string, string[]>;
  contents: Record<string, QuestionnaireResponse>;
  heads: string[];
  expected: unknown[];
}

describe("joining, as the server does it", () => {
  for (const { name, bases, contents, heads, expected } of cases as unknown as Case[]) {
    it(name, () => {
      const result = joined(new Map(Object.entries(bases)), new Map(Object.entries(contents)), heads);
      expect(result?.item ?? []).toEqual(expected);
    });
  }
});
