import { describe, expect, it } from "vitest";
import cases from "../../../tests/cases/entries.json" with { type: "json" };
import { chosen, type Entry, joined, marked, type Statement } from "./entry.ts";
import { heads } from "./version.ts";

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

describe("choosing what stands in one field", () => {
  const medicine = (more: object): Entry => ({ resourceType: "MedicationStatement", encounter: "stay-1", medication: "Metoprolol", ...more });
  const bases = new Map([["b", []], ["c", []]]);
  const after = (first: ReadonlyMap<string, Entry>, written: ReturnType<typeof chosen>) => {
    const all = new Map(first);
    const grown = new Map<string, readonly string[]>(bases);
    const named = written.map((one, place) => [`n${place}`, one] as const);
    for (const [name, { base, content }] of named) {
      grown.set(name, base);
      all.set(name, JSON.parse(JSON.stringify(content)) as Entry);
    }
    return joined(grown, all, heads(grown));
  };

  it("settles it when nothing else differs", () => {
    const first = new Map([["b", medicine({ dosage: "50 mg" })], ["c", medicine({ dosage: "100 mg" })]]);
    const written = chosen(bases, first, ["b", "c"], "dosage", "50 mg");
    expect(written.map(({ base }) => base)).toEqual([["b", "c"]]);
    expect(after(first, written)).toEqual({ entry: medicine({ dosage: "50 mg" }), differing: [] });
  });

  it("leaves another field that differs as it was", () => {
    const first = new Map([["b", medicine({ dosage: "50 mg", mark: "new" })], ["c", medicine({ dosage: "100 mg", mark: "changed" })]]);
    const now = after(first, chosen(bases, first, ["b", "c"], "dosage", "50 mg"));
    expect(now?.differing.map(({ field, words }) => [field, words])).toEqual([["mark", "new"], ["mark", "changed"]]);
    expect(now?.entry).toMatchObject({ dosage: "50 mg" });
  });

  it("lets no tick hold for words that it was not said of", () => {
    const question = (text: string, more: object): Entry => ({ resourceType: "VisitQuestion", encounter: "stay-1", text, ...more });
    const first = new Map([["b", question("Home?", { answered: true, answer: "Yes" })], ["c", question("Home today?", { answer: "Ask again" })]]);
    const now = after(first, chosen(bases, first, ["b", "c"], "text", "Home today?"));
    expect(now?.entry).not.toHaveProperty("answered");
    expect(now?.differing.map(({ words }) => words)).toEqual(["Yes", "Ask again"]);
  });
});
