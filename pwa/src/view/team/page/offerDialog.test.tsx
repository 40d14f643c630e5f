import { afterEach, beforeEach, expect, test } from "vitest";
import type { ModuleEntry } from "../../../domain/module.ts";
import type { PatientPage } from "../../../domain/wire.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { appears, close, press, show, text } from "../../patient/hands.ts";
import { OfferDialog } from "./OfferDialog.tsx";

const pain: ModuleEntry = { id: "pain", version: "1.0.0", languages: { en: { title: "When you are in pain", minutes: 4, path: "" } } };

beforeEach(() => setLanguage("en"));
afterEach(close);

test("where nothing fits, nothing is offered and nothing is said to be", async () => {
  let closed = false;
  await show(<OfferDialog page={{} as PatientPage} entries={[]} onClose={() => (closed = true)} />);
  await press("Offer it");
  expect(document.activeElement?.getAttribute("type")).toBe("search");
  expect(text()).not.toContain("Offered");
  expect(closed).toBe(false);
});

test("what would be offered stands on the button", async () => {
  await show(<OfferDialog page={{} as PatientPage} entries={[pain]} onClose={() => undefined} />);
  await appears("Offer “When you are in pain”");
});
