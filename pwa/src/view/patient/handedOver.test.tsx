import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { uuid7 } from "../../domain/ids.ts";
import { setLanguage } from "../../i18n/index.ts";
import { put } from "../../store/entries.ts";
import { leave } from "../../store/here.ts";
import { monasPhone, newPhone, STAY } from "../../store/ingrid.ts";
import { WhoSaid } from "./form/WhoSaid.tsx";
import { appears, close, show, text } from "./hands.ts";
import { Removed, remove } from "./list/Removed.tsx";

beforeEach(() => setLanguage("en"));
afterEach(close);

describe("whoever takes the phone next, without the page being loaded anew", () => {
  it("is not shown what the one before removed", async () => {
    await newPhone();
    const document = uuid7();
    await put(uuid7(), { document, base: [], content: { resourceType: "VisitQuestion", encounter: STAY.id, text: "Når får jeg reise?" } });
    await remove(document, "Når får jeg reise?");
    await show(<Removed />);
    await appears("Removed: Når får jeg reise?");
    leave();
    await newPhone();
    await show(<Removed />);
    expect(text()).not.toContain("Når får jeg reise?");
  });

  it("is asked anew whose words they write", async () => {
    await newPhone(monasPhone);
    await show(<WhoSaid said={undefined} onSaid={() => undefined} />);
    document.querySelectorAll<HTMLInputElement>("input")[1]?.click();
    leave();
    await newPhone(monasPhone);
    await show(<WhoSaid said={undefined} onSaid={() => undefined} />);
    expect([...document.querySelectorAll<HTMLInputElement>("input")].map(({ checked }) => checked)).toEqual([true, false]);
  });
});
