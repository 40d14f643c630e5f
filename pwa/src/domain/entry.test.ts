import { describe, expect, it } from "vitest";
import cases from "../../../tests/cases/entries.json" with { type: "json" };
import { type Entry, joined, marked, type Statement } from "./entry.ts";

interface Case {
  name: string;
  bases: Record<string, string[]>;
  contents: Record<string, Entry>;
  heads: string[];
  expected: Entry;
  differing: Statement[];
}

describe("joining entries of the list, as the server does it", () => {
  for (const { name, bases, contents, heads, expected, differing } of cases as unknown as Case[]) {
    it(name, () => {
      expect(joined(new Map(Object.entries(bases)), new Map(Object.entries(contents)), heads)).toEqual({ entry: expected, differing });
    });
  }
});

describe("saying something of words that differ", () => {
  const question = (text: string): Entry => ({ resourceType: "VisitQuestion", encounter: "stay-1", text });
  const bases = new Map([["b", []], ["c", []]]);
  const contents = new Map([["b", question("Home on Monday?")], ["c", question("Home on Friday?")]]);

  it("leaves each as it was written, and holds for both", () => {
    const written = marked(bases, contents, ["b", "c"], { answered: true });
    expect(written).toEqual([
      { base: ["b"], content: { ...question("Home on Monday?"), answered: true } },
      { base: ["c"], content: { ...question("Home on Friday?"), answered: true } },
    ]);
    const later = new Map<string, readonly string[]>([...bases, ["d", ["b"]], ["e", ["c"]]]);
    const all = new Map([...contents, ["d", written[0]?.content as Entry], ["e", written[1]?.content as Entry]]);
    expect(joined(later, all, ["d", "e"])?.entry).toMatchObject({ answered: true, text: "Home on Monday? / Home on Friday?" });
  });
});
