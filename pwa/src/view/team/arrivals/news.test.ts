import { expect, test } from "vitest";
import type { Arrival, Arrivals } from "../../../domain/wire.ts";
import { changes, withRow } from "./news.ts";

const stay = (encounter: string, state: Arrival["state"] = "unread"): Arrival => ({
  encounter,
  given: encounter,
  family: "Nilsen",
  birthDate: "1942-04-12",
  admitted: "2026-11-23T07:40:00Z",
  state,
});
const list = (n: number, ...stays: Arrival[]): Arrivals => ({
  unit: { id: "medisin-2", name: "Medisin 2", kind: "medical" },
  n,
  asOf: "2026-11-23T10:00:00Z",
  stays,
});

test("a stay that came, one that changed and one that went are three news", () => {
  const shown = list(1, stay("ingrid"), stay("omar"), stay("tuva"));
  expect(changes(shown, list(2, stay("ingrid"), stay("omar", "read"), stay("berit")))).toEqual([
    "omar",
    "tuva",
    "berit",
  ]);
});

test("a change that is not seen in the list is no news", () => {
  expect(changes(list(1, stay("ingrid")), list(5, stay("ingrid")))).toEqual([]);
});

test("an own change is seen at once while those of others wait", () => {
  const latest = list(2, stay("ingrid", "read"), stay("omar", "read"));
  const shown = withRow(list(1, stay("ingrid"), stay("omar")), latest, "ingrid");
  expect(shown.stays?.map(({ state }) => state)).toEqual(["read", "unread"]);
  expect(changes(shown, latest)).toEqual(["omar"]);
});

test("what somebody took off the list themselves is gone at once", () => {
  expect(withRow(list(1, stay("ingrid"), stay("omar")), list(2, stay("omar")), "ingrid").stays).toHaveLength(1);
});
