import "fake-indexeddb/auto";
import { signal } from "@preact/signals";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Module } from "../../../domain/module.ts";
import type { TeachBack } from "../../../domain/wire.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { openDevice } from "../../../store/device.ts";
import { allKept } from "../../../store/halfWritten.ts";
import { inTurn, keep, leave, open, rooms } from "../../../store/here.ts";
import { newPhone } from "../../../store/ingrid.ts";
import { jotNoMore } from "../../../store/jottings.ts";
import { dropFeedback, feedback } from "../../../store/moduleFeedback.ts";
import { full } from "../../../store/owed.ts";
import { appears, close, field, press, show, text, tick, type, until } from "../hands.ts";
import { Finished } from "./Finished.tsx";
import { Telling } from "./Telling.tsx";

const module = {
  id: "going-home",
  version: "1",
  language: "nb",
  teachBack: { ask: "Hva gjør du når du kommer hjem?", questions: [], points: ["Medisinene"] },
} as unknown as Module;
let told: TeachBack[];

const ended = signal(false);
function Talking({ of }: { of: Module }) {
  return ended.value ? (
    <Finished module={of} />
  ) : (
    <Telling
      module={of}
      onBack={() => undefined}
      onTold={async (said, jotting) => {
        told.push(said);
        await jotNoMore(jotting);
      }}
      onEnd={() => void (ended.value = true)}
    />
  );
}
async function draw(of = module): Promise<void> {
  ended.value = false;
  await show(<Talking of={of} />);
}

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

describe("what was chosen", () => {
  const question = { text: "First?", options: [{ code: "wrong", text: "No", explain: "Because" }, { code: "right", text: "Yes", right: true }] };
  const asking = { ...module, teachBack: { ...module.teachBack, questions: [question] } } as Module;
  const inNynorsk = { ...asking, language: "nn", teachBack: { ...asking.teachBack, points: ["Medisinane"] } } as Module;

  it("is there again where the phone was locked, on the same page, and the first choice still counts as the first", async () => {
    const holder = await newPhone();
    await draw(asking);
    await tick("Keep my words for the talk with the nurse");
    await press("Next");
    await tick("No");
    await tick("Yes");
    await press("Next");
    await tick("Medisinene");
    expect(await allKept()).toBe(true);
    await close();
    leave();
    await open(holder);
    await draw(asking);
    await appears("Is there something you are still unsure about?");
    expect(field("Medisinene").checked).toBe(true);
    await press("Back");
    expect(field("Yes").checked).toBe(true);
    await press("Back");
    expect(field("Keep my words for the talk with the nurse").checked).toBe(true);
    await press("Next");
    await press("Next");
    await press("Done");
    await appears("Thank you for reading");
    expect(told).toEqual([{ chosen: ["wrong"], unsure: ["Medisinene"] }]);
    expect(rooms.jottings.value.size).toBe(0);
  });

  it("is the same in another language of the text, and waits while another version is read", async () => {
    await newPhone();
    await draw(asking);
    await press("Next");
    await tick("Yes");
    await close();
    await draw({ ...asking, version: "2" });
    await appears("Can you tell it in your own words?");
    await close();
    await draw(inNynorsk);
    await appears("First?");
    expect(field("Yes").checked).toBe(true);
  });

  it("says so where the phone has no room to keep it", async () => {
    await newPhone();
    await draw(asking);
    await tick("Keep my words for the talk with the nurse");
    expect(text()).not.toContain("Do not close this page.");
    expect(await allKept()).toBe(true);
    await act(() => void (full.value = true));
    expect(text()).toContain("Do not close this page.");
    full.value = false;
  });

  it("leaves in place what another window has kept meanwhile", async () => {
    await newPhone();
    await draw(asking);
    await inTurn(() => keep([{ room: "jottings", key: "teach-back going-home", body: { words: "Jeg ringer hjemme" } }]));
    await tick("Keep my words for the talk with the nurse");
    expect(await allKept()).toBe(true);
    expect(field("Your own words").value).toBe("Jeg ringer hjemme");
    expect(rooms.jottings.value.get("teach-back going-home")).toEqual({ words: "Jeg ringer hjemme", passOn: true });
  });

  it("goes on with words that an earlier version of the app kept without any choices", async () => {
    await newPhone();
    await inTurn(() => keep([{ room: "jottings", key: "teach-back going-home", body: { words: "Jeg ringer hjemme" } }]));
    await draw(asking);
    expect(field("Your own words").value).toBe("Jeg ringer hjemme");
    await press("Next");
    await tick("Yes");
    expect(await allKept()).toBe(true);
    expect(rooms.jottings.value.get("teach-back going-home")).toMatchObject({ words: "Jeg ringer hjemme", talks: { 1: { chosen: ["right"] } } });
  });

  it("is nothing that is begun where somebody has only looked, or has taken it back", async () => {
    await newPhone();
    await draw(asking);
    await press("Next");
    await press("Skip");
    await tick("Medisinene");
    await tick("Medisinene");
    expect(await allKept()).toBe(true);
    expect(rooms.jottings.value.size).toBe(0);
  });

  it("begins anew after it was said", async () => {
    await newPhone();
    for (const _time of [1, 2]) {
      await draw(asking);
      await press("Next");
      await tick(told.length === 0 ? "No" : "Yes");
      await press("Next");
      await press("Done");
      await appears("Thank you for reading");
    }
    expect(told.map(({ chosen }) => chosen)).toEqual([["wrong"], ["right"]]);
  });
});

describe("what one thinks of it", () => {
  const tap = async (asked: string, said: string): Promise<void> => {
    const group = [...document.querySelectorAll("fieldset")].find((each) => each.querySelector("legend")?.textContent === asked);
    await act(() => [...(group?.querySelectorAll("button") ?? [])].find(({ textContent }) => textContent === said)?.click());
  };
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
    await tap("Was it easy to understand?", "Yes");
    await tap("Was it useful?", "No");
    await type("What could be better?", "For langt");
    await press("Send");
    await appears("Thank you for telling us");
    const [one] = feedback.value;
    expect(one).toMatchObject({ organization: "fjordbyen", module: "going-home", understandable: "yes", useful: "no", words: "For langt" });
    expect(one?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(rooms.outbox.value.size).toBe(0);
  });

  it("waits half written behind a lock, with the taps, as nobody's answer, until it is sent", async () => {
    await openDevice();
    for (const each of feedback.value) await dropFeedback(each);
    const holder = await newPhone();
    await show(<Finished module={module} />);
    await tap("Was it easy to understand?", "Partly");
    await tap("Was it useful?", "Yes");
    await type("What could be better?", "Litt for la");
    expect(await allKept()).toBe(true);
    await close();
    leave();
    await open(holder);
    await show(<Finished module={module} />);
    expect(field("What could be better?").value).toBe("Litt for la");
    expect([rooms.outbox.value.size, rooms.versions.value.size, feedback.value.length]).toEqual([0, 0, 0]);
    await type("What could be better?", "Litt for langt");
    await press("Send");
    await appears("Thank you for telling us");
    expect(feedback.value).toMatchObject([{ understandable: "partly", useful: "yes", words: "Litt for langt" }]);
    await until(() => rooms.jottings.value.size === 0, () => "it is still half written");
  });

  it("is taken back by a second tap, and nothing of it is left", async () => {
    await newPhone();
    await show(<Finished module={module} />);
    await tap("Was it useful?", "Yes");
    await until(() => rooms.jottings.value.size === 1, () => "it was not kept");
    await tap("Was it useful?", "Yes");
    await until(() => rooms.jottings.value.size === 0, () => "it is still there");
  });

  it("is not asked for: who says nothing sends nothing", async () => {
    await finish();
    expect(document.body.textContent).not.toContain("What could be better?");
  });
});
