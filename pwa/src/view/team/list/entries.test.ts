import { describe, expect, test } from "vitest";
import type { Entry } from "../../../domain/entry.ts";
import type { PatientPage, StoredVersion } from "../../../domain/wire.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { listAsText } from "./asText.ts";
import { onPage } from "./entries.ts";

const version = (id: string, name: string, base: string[], content: Entry, more: Partial<StoredVersion> = {}): StoredVersion => ({
  id,
  version: name,
  base,
  patient: "ingrid",
  author: "Patient/ingrid",
  authorName: "Ingrid",
  recorded: "2026-11-23T08:00:00Z",
  received: `2026-11-23T08:0${name.charCodeAt(0) % 10}:00Z`,
  content,
  ...more,
});
const question = (text: string, more: object = {}): Entry => ({ resourceType: "VisitQuestion", encounter: "stay-1", text, ...more });
const medicine = (more: object = {}): Entry => ({ resourceType: "MedicationStatement", encounter: "stay-1", medication: "Metoprolol", ...more });
const page = (...entries: StoredVersion[]): PatientPage =>
  ({ entries, encounter: { id: "stay-1", unit: { id: "m", name: "Medisin 2", kind: "medical", timezone: "Europe/Oslo" } } }) as unknown as PatientPage;

describe("the patient's list on the nurse's page", () => {
  test("has each entry once, joined, and nothing that was removed", () => {
    const shown = onPage(
      page(
        version("q", "a", [], question("Hjem?")),
        version("q", "b", ["a"], question("Hjem, og med hvem?")),
        version("q", "c", ["a"], question("Hjem?", { answered: true, answer: "På fredag" }), { authorName: "Kari" }),
        version("r", "d", [], question("Borte", { removed: true })),
      ),
      "VisitQuestion",
    );
    expect(shown.map(({ entry }) => entry)).toEqual([question("Hjem, og med hvem?", { answer: "På fredag" })]);
  });

  test("goes out as text with marks, sources and who has confirmed what", async () => {
    await setLanguage("en");
    const confirmed = { by: "Kari", title: "nurse", at: "2026-11-23T09:00:00Z" };
    const text = listAsText(
      page(
        version("m", "a", [], medicine({ dosage: "50 mg", timing: "morgen", mark: "as-before", source: "package", confirmed })),
        version("n", "b", [], medicine({ note: "Svimmel." })),
      ),
    ).join("\n");
    expect(text).toContain("- Metoprolol. 50 mg, morgen. As before. From the package. Confirmed with the patient by Kari, nurse 23.11.2026 10:00");
    expect(text).toContain("- Metoprolol. Svimmel. Not confirmed with the patient");
  });
});
