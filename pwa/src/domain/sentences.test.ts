import { describe, expect, it } from "vitest";
import cases from "../../../tests/cases/sentences.json" with { type: "json" };
import { sentences, spans } from "./sentences.ts";

describe("a sentence", () => {
  it.each(cases)("ends where a reader hears it end: $text", (one) => {
    expect(sentences(one.text)).toEqual(one.sentences);
  });

  it("is told by its place in the text", () => {
    const text = "Ring oss.  Vent litt.";
    expect(spans(text)).toEqual([{ from: 0, to: 9 }, { from: 11, to: 21 }]);
  });
});
