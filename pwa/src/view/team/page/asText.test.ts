import { beforeEach, expect, test } from "vitest";
import type { PatientPage, ResponseItem } from "../../../domain/wire.ts";
import { now } from "../now.ts";
import { asText } from "./asText.ts";
import { proposed } from "./labels.ts";
import { mostly, spoken } from "./speakers.ts";
import type { Said } from "./statements.ts";

const ingrid = { kind: "patient" as const, name: "Ingrid" };
const mona = { kind: "related" as const, name: "Mona", relation: "daughter" };
const patient = { id: "ingrid", given: "Ingrid", family: "Nilsen", birthDate: "1942-04-12" };

const page: PatientPage = {
  encounter: {
    id: "stay",
    patient,
    unit: { id: "medisin-2", name: "Medisin 2", kind: "medical", timezone: "Europe/Oslo" },
    status: "in-progress",
    admitted: "2026-11-23T07:40:00Z",
    room: "12",
  },
  tasks: [
    {
      id: "t",
      encounter: "stay",
      patient: "ingrid",
      status: "requested",
      outcome: "planned",
      description: "A walk every day",
      ownerName: "Jonas",
      due: "2026-11-24",
      madeAt: "2026-11-23T09:00:00Z",
      changedAt: "2026-11-23T09:00:00Z",
    },
  ],
};

const item = (more: Partial<ResponseItem>): ResponseItem => ({
  linkId: "matters",
  saidBy: ingrid,
  writtenBy: ingrid,
  authored: "2026-11-23T08:02:00Z",
  ...more,
});
const said = (linkId: string, words: string, staffOnly: boolean, more: Partial<ResponseItem> = {}): Said => ({
  spot: linkId,
  linkId,
  label: linkId === "matters" ? "What matters to me now" : "What worries me",
  before: null,
  unsettled: false,
  closed: false,
  statements: [
    {
      words,
      staffOnly,
      item: item({ linkId, ...more }),
      on: { document: "d", versions: [], received: "", response: {} as never },
    },
  ],
});

beforeEach(() => {
  now.value = Date.parse("2026-11-23T10:00:00Z");
});

test("the text says who it is, who said what and when, and what we do", () => {
  const text = asText(page, [
    said("matters", "To walk to the postbox", false),
    said("worry", "Drink", true, { writtenBy: mona }),
  ]);
  expect(text).toBe(
    [
      "Ingrid Nilsen, born 12.04.1942\nMedisin 2, room 12\nFrom Viktig, copied 23.11.2026 11:00",
      "What matters to me now: «To walk to the postbox»\n  Said and written by Ingrid. 23.11.2026 9:02\n" +
        "What worries me (only for health personnel): «Drink»\n  Said by Ingrid, written by Mona (daughter). 23.11.2026 9:02",
      "What we do:\n- A walk every day. Planned. Jonas. 24.11.2026",
    ].join("\n\n"),
  );
});

test("the text says whether an action helped, with the patient's words and thanks", () => {
  const tasks = page.tasks!.map((task) => ({ ...task, helped: "yes", helpedWords: "Jonas came every day", thanks: true }));
  expect(asText({ ...page, tasks }, [])).toContain(
    "24.11.2026\n  The patient says: it helped. The patient says thanks. «Jonas came every day»",
  );
});

test("a helper's own words are never taken for the patient's", () => {
  expect(spoken(item({ saidBy: mona, writtenBy: mona }), patient)).toBe(
    "In the words of Mona (daughter), about Ingrid.",
  );
  const kari = { kind: "staff" as const, name: "Kari" };
  expect(spoken(item({ saidBy: mona, writtenBy: kari }), patient)).toBe(
    "In the words of Mona (daughter), about Ingrid. Written by Kari (the care team).",
  );
});

test("what most answers have in common is said once", () => {
  const all = [
    said("a", "x", false, { writtenBy: mona }),
    said("b", "y", false, { writtenBy: mona }),
    said("c", "z", true),
  ];
  expect(mostly(all, patient)).toBe("Said by Ingrid, written by Mona (daughter).");
});

test("an action begins with the first sentence of the words, and is never cut inside a word", () => {
  expect(proposed("worry", "I am afraid. Last time I lost all strength.")).toBe(
    "We talk with you about this: I am afraid.",
  );
  const long = proposed("matters", "word ".repeat(60));
  expect(long.endsWith("word …")).toBe(true);
  expect(long.length).toBeLessThan(200);
});
