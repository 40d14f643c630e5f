import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Module } from "../../../domain/module.ts";
import type { TeachBack } from "../../../domain/wire.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { allKept } from "../../../store/halfWritten.ts";
import { leave, open, rooms } from "../../../store/here.ts";
import { newPhone } from "../../../store/ingrid.ts";
import { jot } from "../../../store/jottings.ts";
import { appears, close, field, press, show, type } from "../hands.ts";
import { Telling } from "./Telling.tsx";

const module = {
  id: "going-home",
  teachBack: { ask: "Hva gjør du når du kommer hjem?", questions: [], points: ["Medisinene"] },
} as unknown as Module;
let told: TeachBack[];

const draw = (): Promise<void> =>
  show(
    <Telling
      module={module}
      onBack={() => undefined}
      onTold={async (said, jotting) => {
        told.push(said);
        await jot(jotting, "");
      }}
    />,
  );

beforeEach(async () => {
  told = [];
  await setLanguage("en");
});
afterEach(close);

describe("telling it back", () => {
  it("goes on where the phone was locked in the middle of a sentence, and forgets the words when they are said", async () => {
    const holder = await newPhone();
    await draw();
    await type("Your own words", "Jeg ringer hjemme");
    expect(await allKept()).toBe(true);
    await close();
    leave();
    await open(holder);
    await draw();
    await appears("Can you tell it in your own words?");
    expect((field("Your own words") as HTMLTextAreaElement).value).toBe("Jeg ringer hjemme");
    await type("Your own words", "Jeg ringer hjemmesykepleien");
    await press("Next");
    await press("Done");
    await appears("Thank you for reading");
    expect(rooms.jottings.value.size).toBe(0);
    expect(told).toEqual([{ words: "Jeg ringer hjemmesykepleien", chosen: [], unsure: [] }]);
  });
});
