import { afterEach, describe, expect, it } from "vitest";
import { clock, compared, setClock, stillWrong } from "./clock.ts";

const NOON = Date.parse("2026-11-02T12:00:00Z");
const A_YEAR = 365 * 24 * 3_600_000;

afterEach(() => setClock());

describe("a clock that is wrong", () => {
  it("is set right by the server's", () => {
    const wrong = compared(Date.now() - A_YEAR);
    setClock(wrong);
    expect(Math.abs(clock() - (Date.now() - A_YEAR))).toBeLessThan(60_000);
    expect(compared(Date.now() - A_YEAR)).toBeUndefined();
  });

  it("by some seconds is left alone", () => {
    expect(compared(NOON, NOON + 30_000)).toBeUndefined();
  });

  it("and was set right by somebody is believed again", () => {
    setClock({ by: A_YEAR, at: NOON });
    expect(compared(NOON + 5000, NOON + 5000)).toEqual({ by: 0, at: NOON + 5000 });
    expect(stillWrong({ by: A_YEAR, at: NOON }, NOON + A_YEAR + 60_000)).toBe(true);
    expect(stillWrong({ by: A_YEAR, at: NOON }, NOON + 60_000)).toBe(false);
    expect(stillWrong({ by: -A_YEAR, at: NOON }, NOON - A_YEAR + 60_000)).toBe(true);
    expect(stillWrong({ by: -A_YEAR, at: NOON }, NOON + 60_000)).toBe(false);
  });
});
