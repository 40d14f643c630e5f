import { expect, test } from "vitest";
import type { Arrival } from "../../../domain/wire.ts";
import { grouped, groupOf, matches } from "./groups.ts";

const stay = (given: string, more: Partial<Arrival> = {}): Arrival => ({
  encounter: given.toLowerCase(),
  given,
  family: "Nilsen",
  birthDate: "1942-04-12",
  admitted: "2026-11-23T07:40:00Z",
  state: "not-answered",
  ...more,
});
const wish = (taken = "") => ({
  document: "d",
  version: "v",
  encounter: "ingrid",
  wish: "as-soon-as-possible",
  received: "2026-11-23T08:00:00Z",
  takenAt: taken,
});

test("a wish to talk alone lies on top until somebody has taken it", () => {
  expect(groupOf(stay("Ingrid", { attention: wish() }))).toBe("alone");
  expect(groupOf(stay("Ingrid", { attention: wish("2026-11-23T09:00:00Z"), state: "read" }))).toBe("read");
  expect(groupOf(stay("Ingrid", { attention: { ...wish(), wish: "no" } }))).toBe("silent");
});

test("an unread answer stays on the list after the stay has ended, and is the new unit's after a move", () => {
  expect(groupOf(stay("Omar", { state: "unread", ended: "2026-11-23T08:00:00Z" }))).toBe("left");
  expect(groupOf(stay("Omar", { state: "changed", ended: "2026-11-23T08:00:00Z" }))).toBe("left");
  expect(groupOf(stay("Omar", { state: "unread", fromUnit: "Kirurgi 1" }))).toBe("unread");
});

test("who has waited longest for an answer to be read comes first", () => {
  const rows = grouped([
    stay("Late", { state: "unread", answered: "2026-11-23T09:00:00Z" }),
    stay("Early", { state: "unread", answered: "2026-11-22T09:00:00Z" }),
    stay("Silent"),
  ]);
  expect(rows.map(([group, stays]) => [group, ...stays.map((each) => each.given)])).toEqual([
    ["unread", "Early", "Late"],
    ["silent", "Silent"],
  ]);
});

test("the answer that was read last is the first of the read", () => {
  const [read] = grouped([
    stay("Early", { state: "read", readAt: "2026-11-22T09:00:00Z" }),
    stay("Late", { state: "read", readAt: "2026-11-23T09:00:00Z" }),
  ]);
  expect(read?.[1].map((each) => each.given)).toEqual(["Late", "Early"]);
});

test("search finds a name without its accent, and a room", () => {
  const andre = stay("André", { room: "12" });
  expect(matches(andre, "andre nil")).toBe(true);
  expect(matches(andre, "12")).toBe(true);
  expect(matches(andre, "Berit")).toBe(false);
});
