import { describe, expect, it } from "vitest";
import { readIn, type ModuleEntry } from "./module.ts";

const entry = (id: string, organization?: string): ModuleEntry => ({ id, version: "1", languages: {}, ...(organization && { organization }) });
const told = (entries: readonly ModuleEntry[]) => entries.map(({ id, organization = "ours" }) => `${id} ${organization}`);

describe("what there is to read", () => {
  const all = [entry("pain"), entry("falls"), entry("pain", "fjordbyen"), entry("diet", "fjordbyen"), entry("pain", "elsewhere")];

  it("is a house's own before ours, and nothing of other houses", () => {
    expect(told(readIn(all, "fjordbyen"))).toEqual(["falls ours", "pain fjordbyen", "diet fjordbyen"]);
  });

  it("is ours where nobody knows the house", () => {
    expect(told(readIn(all))).toEqual(["pain ours", "falls ours"]);
  });
});
