import "fake-indexeddb/auto";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Module } from "../../../domain/module.ts";
import type { TeachBack } from "../../../domain/wire.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { openDevice } from "../../../store/device.ts";
import { allKept } from "../../../store/halfWritten.ts";
import { leave, open, rooms } from "../../../store/here.ts";
import { newPhone } from "../../../store/ingrid.ts";
import { jot } from "../../../store/jottings.ts";
import { feedback } from "../../../store/moduleFeedback.ts";
import { appears, close, field, press, show, tick, type } from "../hands.ts";
import { Telling } from "./Telling.tsx";

const module = {
  id: "going-home",
  version: "1",
  language: "nb",
  teachBack: { ask: "Hva gjør du når du kommer hjem?", questions: [], points: ["Medisinene"] },
} as unknown as Module;
let told: TeachBack[];

const draw = (of = module): Promise<void> =>
  show(
    <Telling
      module={of}
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
    await tick("Keep my words for the talk with the nurse");
    await press("Next");
    await press("Done");
    await appears("Thank you for reading");
    expect(rooms.jottings.value.size).toBe(0);
    expect(told).toEqual([{ words: "Jeg ringer hjemmesykepleien", chosen: [], unsure: [] }]);
  });

  it("keeps the words to oneself when one does not say otherwise, and leaves none on the phone", async () => {
    await newPhone();
    await draw();
    await type("Your own words", "Jeg tør ikke spørre");
    await press("Next");
    await press("Done");
    await appears("Thank you for reading");
    expect(told).toEqual([{ chosen: [], unsure: [] }]);
    expect(rooms.jottings.value.size).toBe(0);
  });
});

describe("the questions", () => {
  const question = (text: string) => ({ text, options: [{ code: "wrong", text: "No", explain: "Because" }, { code: "right", text: "Yes", right: true }] });
  const asking = { ...module, teachBack: { ...module.teachBack, questions: [question("First?"), question("Second?")] } } as Module;

  it("tell how well we explained by the first choice, before it explained anything; a question may be skipped", async () => {
    await newPhone();
    await draw(asking);
    await press("Next");
    await appears("First?");
    await press("Skip");
    await appears("Second?");
    await tick("No");
    await appears("Because");
    await tick("Yes");
    await press("Next");
    await press("Done");
    await appears("Thank you for reading");
    expect(told).toEqual([{ chosen: ["", "wrong"], unsure: [] }]);
  });
});

describe("whoever goes back to read once more", () => {
  it("finds the choices there, and the first one still counts as the first", async () => {
    await newPhone();
    const question = { text: "First?", options: [{ code: "wrong", text: "No", explain: "Because" }, { code: "right", text: "Yes", right: true }] };
    const asking = { ...module, teachBack: { ...module.teachBack, questions: [question] } } as Module;
    const sayYes = async (): Promise<void> => {
      await draw(asking);
      await press("Next");
      await tick("Yes");
    };
    await draw(asking);
    await press("Next");
    await tick("No");
    await press("Next");
    await tick("Medisinene");
    await close();
    await sayYes();
    await press("Next");
    expect(field("Medisinene").checked).toBe(true);
    await press("Done");
    await appears("Thank you for reading");
    await sayYes();
    await press("Next");
    await press("Done");
    await appears("Thank you for reading");
    expect(told).toEqual([
      { chosen: ["wrong"], unsure: ["Medisinene"] },
      { chosen: ["right"], unsure: [] },
    ]);
  });
});

describe("what one thinks of it", () => {
  const finish = async (): Promise<void> => {
    await openDevice();
    await newPhone();
    await draw();
    await press("Next");
    await press("Done");
    await appears("Was it useful?");
  };

  it("is two taps and a line, and waits on the phone without anybody's name", async () => {
    await finish();
    const [first, second] = [...document.querySelectorAll("fieldset")];
    await act(() => first?.querySelector<HTMLElement>("button:first-of-type")?.click());
    await act(() => second?.querySelector<HTMLElement>("button:last-of-type")?.click());
    await type("What could be better?", "For langt");
    await press("Send");
    await appears("Thank you for telling us");
    const [one] = feedback.value;
    expect(one).toMatchObject({ organization: "fjordbyen", module: "going-home", understandable: "yes", useful: "no", words: "For langt" });
    expect(one?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(rooms.outbox.value.size).toBe(0);
  });

  it("is not asked for: who says nothing sends nothing", async () => {
    await finish();
    expect(document.body.textContent).not.toContain("What could be better?");
  });
});
