import { beforeEach, expect, test } from "vitest";
import type { Arrival, Unit } from "../../../domain/wire.ts";
import { now } from "../now.ts";
import { factsOf, late, moved, timeWords } from "./rowWords.ts";

const unit: Unit = { id: "medisin-2", name: "Medisin 2", kind: "medical", timezone: "Europe/Oslo" };
const stay = (more: Partial<Arrival> = {}): Arrival => ({
  encounter: "ingrid",
  given: "Ingrid",
  family: "Nilsen",
  birthDate: "1942-04-12",
  room: "12",
  admitted: "2026-11-22T08:00:00Z",
  state: "not-answered",
  ...more,
});
const facts = (more: Partial<Arrival>): string => factsOf(stay(more), unit).join(" ");

beforeEach(() => {
  now.value = Date.parse("2026-11-23T10:00:00Z");
});

test("who has not been asked for a day and night is late, and it is said in words", () => {
  expect(late(stay())).toBe(true);
  expect(timeWords(stay(), unit)).toBe("26 hours");
  expect(facts({})).toBe("84 years, room 12. Came yesterday. 26 hours without being asked.");
});

test("who has been asked, or came today, is not late", () => {
  expect(late(stay({ asked: true }))).toBe(false);
  expect(late(stay({ admitted: "2026-11-23T08:00:00Z" }))).toBe(false);
  expect(facts({ asked: true })).toContain("Asked, not answered.");
  expect(facts({ admitted: "2026-11-23T08:00:00Z", invited: true })).toContain("Has the sheet. Not asked yet.");
});

test("an unread answer says whose it is after the stay has ended and after a move", () => {
  expect(facts({ state: "unread", ended: "2026-11-23T07:00:00Z", ending: "discharged", owner: "leader" })).toContain(
    "Discharged today. The ward leader reads it.",
  );
  expect(facts({ state: "unread", fromUnit: "Kirurgi 1", owner: "shift" })).toContain(
    "Answered at Kirurgi 1. The shift here reads it.",
  );
});

test("when the time to ask again has come, the row says so", () => {
  const postponement = { reason: "confused" as const, askAgain: "2026-11-23T12:00:00Z" };
  expect(facts({ state: "postponed", postponement })).toContain("Confused now. Ask again today at 13:00.");
  expect(facts({ state: "postponed", postponement: { ...postponement, askAgain: "2026-11-23T09:00:00Z" } })).toContain(
    "Time to ask again.",
  );
});

test("a row that has changed by one's own hand says so where it stands", () => {
  expect(moved(stay({ state: "read" }), "unread")).toBe("Now: read.");
  expect(moved(stay({ state: "read" }), "read")).toBe("");
});

test("questions for the round are told in the row while they wait", () => {
  expect(facts({ state: "read", visitQuestions: 2 })).toContain("2 questions for the round.");
  expect(facts({ state: "read" })).not.toContain("for the round");
});
