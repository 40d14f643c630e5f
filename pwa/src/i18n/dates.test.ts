import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { age, clock, day, hours, timeZone, weekday, when } from "./dates.ts";
import { setLanguage, words } from "./gettext.ts";
import type { Language } from "./languages.ts";
import { decimal } from "./numbers.ts";

const NOW = "2026-03-10T09:03:00Z"; // Tuesday, 10.03 in Oslo

beforeEach(() => setLanguage("nb"));
afterEach(() => {
  timeZone.value = "Europe/Oslo";
});

test.each<[Language, string[]]>([
  ["nb", ["9.05", "i dag klokka 9.05", "i går klokka 0.30", "i morgen", "3. mars klokka 23.59", "24. desember 2025", "tirsdag"]],
  ["nn", ["9.05", "i dag klokka 9.05", "i går klokka 0.30", "i morgon", "3. mars klokka 23.59", "24. desember 2025", "tysdag"]],
  ["en", ["9:05", "today at 9:05", "yesterday at 0:30", "tomorrow", "3 March at 23:59", "24 December 2025", "Tuesday"]],
])("times are said as people say them (%s)", async (language, expected) => {
  await setLanguage(language);
  expect([
    clock("2026-03-10T08:05:00Z"),
    when("2026-03-10T08:05:00Z", NOW),
    when("2026-03-08T23:30:00Z", NOW),
    day("2026-03-11T22:59:00Z", NOW),
    when("2026-03-03T22:59:00Z", NOW),
    day("2025-12-24T12:00:00Z", NOW),
    weekday(NOW),
  ]).toEqual(expected);
});

test("a time can be milliseconds, a text or a Date", () => {
  const at = Date.parse(NOW);
  expect([clock(at), clock(NOW), clock(new Date(at))]).toEqual(["10.03", "10.03", "10.03"]);
});

describe("the unit's time zone", () => {
  test("rules, wherever the phone is", () => {
    expect(clock(NOW, "Asia/Tokyo")).toBe("18.03");
    timeZone.value = "America/New_York";
    expect(clock(NOW)).toBe("5.03");
  });

  test("decides which day it is", () => {
    expect(day("2026-03-09T23:10:00Z", NOW)).toBe("i dag");
    expect(day("2026-03-09T22:50:00Z", NOW)).toBe("i går");
  });

  test("counts midnight as the new day and says 0.00, not 24.00", () => {
    expect(when("2026-03-09T23:00:00Z", NOW)).toBe("i dag klokka 0.00");
  });

  test("has days of 23 and 25 hours when the clock changes", () => {
    // 29 March 2026 is 23 hours long, 25 October 25
    expect(day("2026-03-28T23:30:00Z", "2026-03-29T21:30:00Z")).toBe("i dag");
    expect(day("2026-03-28T22:30:00Z", "2026-03-29T21:30:00Z")).toBe("i går");
    expect(day("2026-10-24T22:30:00Z", "2026-10-25T22:30:00Z")).toBe("i dag");
    expect(day("2026-10-24T21:30:00Z", "2026-10-25T22:30:00Z")).toBe("i går");
    expect(clock("2026-10-25T00:30:00Z")).toBe("2.30");
    expect(clock("2026-10-25T01:30:00Z")).toBe("2.30");
  });

  test("says yesterday over New Year", () => {
    expect(day("2025-12-31T12:00:00Z", "2026-01-01T12:00:00Z")).toBe("i går");
  });
});

test("a date is still a date before the words have come", () => {
  words.value = null;
  expect(day("2026-03-03T12:00:00Z", NOW)).toBe("3 3");
});

test("waiting is told in hours, then in days", () => {
  const after = (hour: number) => hours(NOW, Date.parse(NOW) + hour * 3_600_000);
  expect([0, 0.99, 1, 1.99, 26, 71, 72, 100].map(after)).toEqual([
    "mindre enn en time",
    "mindre enn en time",
    "1 time",
    "1 time",
    "26 timer",
    "71 timer",
    "3 døgn",
    "4 døgn",
  ]);
});

test("a clock that runs behind never gives a negative wait", () => {
  expect(hours(NOW, "2026-03-10T08:00:00Z")).toBe("mindre enn en time");
});

test("age is told in years, for small children in months or days", () => {
  const at = (birthDate: string, now = NOW) => age(birthDate, now);
  expect(at("1942-04-12")).toBe("83 år");
  expect(at("1942-03-10")).toBe("84 år");
  expect(at("1942-03-11")).toBe("83 år");
  expect(at("2024-03-11")).toBe("23 måneder");
  expect(at("2024-03-10")).toBe("2 år");
  expect(at("2026-02-10")).toBe("1 måned");
  expect(at("2026-03-05")).toBe("5 dager");
  expect(at("2026-03-10")).toBe("0 dager");
  // the birthday begins at midnight in the unit
  expect(at("1942-03-11", "2026-03-10T23:00:00Z")).toBe("84 år");
  expect(at("2004-02-29", "2026-02-28T12:00:00Z")).toBe("21 år");
});

test("figures are written with the signs of the language", async () => {
  expect([decimal(3.45, 1), decimal(1234), decimal(12345), decimal(1234567.5, 1), decimal(-0.4), decimal(-2)]).toEqual(
    ["3,5", "1234", "12\u00a0345", "1\u00a0234\u00a0567,5", "0", "−2"],
  );
  await setLanguage("en");
  expect([decimal(3.5, 1), decimal(12345)]).toEqual(["3.5", "12,345"]);
});
