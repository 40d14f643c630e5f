import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../i18n/index.ts";
import { hold, leaveQuestion, send } from "../../store/form.ts";
import { open } from "../../store/here.ts";
import { FORM, ingridsPhone, monasPhone, newPhone, said, STAY } from "../../store/ingrid.ts";
import { contact } from "../../sync/sync.ts";
import { App } from "./App.tsx";
import { appears, close, show, text } from "./hands.ts";
import { bring } from "./Rest.tsx";
import { go } from "./route.ts";
import { receivedThere, theyAre, where, youAre } from "./where.ts";

const form = readFileSync("../server/viktig/content/questionnaires/what-matters.json", "utf8");

beforeEach(async () => {
  vi.stubGlobal("fetch", async () => new Response(form));
  await setLanguage("en");
});
afterEach(async () => {
  await close();
  contact.value = "quiet";
  vi.unstubAllGlobals();
});

async function writeSomething(): Promise<void> {
  await hold(FORM, "matters", [said("matters", "Å få sove")], "all");
  await leaveQuestion(FORM);
}

async function at(path: string): Promise<void> {
  go(path);
  await show(<App later={async () => bring()} />);
}

describe("where one is", () => {
  it("is at a ward", async () => {
    await newPhone();
    expect([youAre(), where(), receivedThere()]).toEqual(["You are at Medisin 2.", "at Medisin 2", "Received at Medisin 2"]);
  });

  it("is at home when the help comes there", async () => {
    const unit = { ...STAY.unit, name: "Hjemmetjenesten øst", kind: "home-care" } as const;
    await open(ingridsPhone("athome01"), [{ room: "stay", key: STAY.id, body: { ...STAY, unit } }]);
    expect([youAre(), theyAre("Ingrid"), where(), receivedThere()]).toEqual([
      "You get help from Hjemmetjenesten øst.",
      "Ingrid gets help from Hjemmetjenesten øst.",
      "in Hjemmetjenesten øst",
      "Received by Hjemmetjenesten øst",
    ]);
  });
});

describe("what a page says of sending", () => {
  it("names the patient to somebody who helps", async () => {
    await newPhone(monasPhone);
    await writeSomething();
    await at("/p/send/what-matters");
    await appears("Those who look after Ingrid at Medisin 2 read it.");
  });

  it("does not call a safe copy of a draft something that sends itself", async () => {
    await newPhone();
    await writeSomething();
    contact.value = "trouble";
    await at("/p");
    await appears("What you write lies safe on this phone.");
    expect(text()).not.toContain("is sent by itself");
  });

  it("says that what was sent goes by itself", async () => {
    await newPhone();
    await writeSomething();
    await send(FORM);
    contact.value = "trouble";
    await at("/p");
    await appears("1 thing is not sent yet. It lies safe on this phone and is sent by itself.");
  });
});
