import { describe, expect, it } from "vitest";
import { dayOf } from "./day.ts";

describe("a date typed in three fields", () => {
  it("is a day however short it was typed", () => {
    expect(dayOf("1942", "4", "12")).toBe("1942-04-12");
    expect(dayOf(" 1942 ", "04", " 2")).toBe("1942-04-02");
    expect(dayOf("2024", "2", "29")).toBe("2024-02-29");
  });

  it("is none when there is no such day", () => {
    for (const [year, month, date] of [["2023", "2", "29"], ["1942", "13", "1"], ["42", "4", "12"], ["1942", "april", "12"], ["", "", ""]] as const) {
      expect(dayOf(year, month, date)).toBe("");
    }
  });
});
