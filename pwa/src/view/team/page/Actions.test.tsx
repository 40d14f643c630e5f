import { afterEach, beforeEach, expect, test } from "vitest";
import type { PatientPage, Task } from "../../../domain/wire.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { close, show, text } from "../../patient/hands.ts";
import { Actions } from "./Actions.tsx";

const walk: Task = {
  id: "t",
  encounter: "stay",
  patient: "ingrid",
  status: "completed",
  outcome: "planned",
  description: "A walk every day",
  madeAt: "2026-11-23T09:00:00Z",
  changedAt: "2026-11-23T09:00:00Z",
};

const page = (said: Partial<Task>): PatientPage => ({
  encounter: {
    id: "stay",
    patient: { id: "ingrid", given: "Ingrid", family: "Nilsen", birthDate: "1942-04-12" },
    unit: { id: "medisin-2", name: "Medisin 2", kind: "medical", timezone: "Europe/Oslo" },
    status: "in-progress",
    admitted: "2026-11-23T07:40:00Z",
  },
  tasks: [{ ...walk, ...said }],
});

beforeEach(() => setLanguage("en"));
afterEach(close);

test("under an action stands whether it helped, in the patient's own words, and thanks", async () => {
  await show(<Actions page={page({ helped: "yes", helpedWords: "Jonas came every day", thanks: true })} />);
  expect(text()).toContain("The patient says: it helped. The patient says thanks.");
  expect(document.querySelector(".action .words")?.textContent).toBe("Ingrid's own words: Jonas came every day");
});

test("of an action that the patient has said nothing of, nothing is told", async () => {
  await show(<Actions page={page({})} />);
  expect(text()).not.toContain("The patient");
  expect(document.querySelector(".words")).toBeNull();
});
