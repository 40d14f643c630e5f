import { expect, test } from "vitest";
import { dayOnClock, instantOf, onClock } from "./zone.ts";

const OSLO = "Europe/Oslo";

test("a field shows the unit's clock, whatever the computer's is", () => {
  expect(onClock("2026-11-23T07:40:00Z", OSLO)).toBe("2026-11-23T08:40");
  expect(onClock("2026-07-01T07:40:00Z", OSLO)).toBe("2026-07-01T09:40");
  expect(dayOnClock("2026-11-23T23:30:00Z", OSLO)).toBe("2026-11-24");
});

test.each([
  ["2026-11-23T08:40", "2026-11-23T07:40:00.000Z"],
  ["2026-07-01T09:40", "2026-07-01T07:40:00.000Z"],
  ["2026-03-29T12:00", "2026-03-29T10:00:00.000Z"],
  ["2026-10-25T12:00", "2026-10-25T11:00:00.000Z"],
  ["2026-10-25T01:00", "2026-10-24T23:00:00.000Z"],
  ["2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
])("%s in Oslo is the instant %s, also on the days when the clock changes", (local, instant) => {
  expect(instantOf(local, OSLO)).toBe(instant);
});

test("an empty field is no time", () => {
  expect(instantOf("", OSLO)).toBe("");
});
