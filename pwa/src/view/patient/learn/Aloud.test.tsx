import "fake-indexeddb/auto";
import { createRef } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../../i18n/index.ts";
import { ingridsPhone, newPhone } from "../../../store/ingrid.ts";
import { close, press, show, text } from "../hands.ts";
import { cover, uncover } from "../lock/cover.ts";
import { Aloud } from "./Aloud.tsx";

/** A phone's voice: says nothing, and remembers what it was asked to say. */
interface Words {
  text: string;
  onend: () => void;
}
let said: Words[];
let speech: EventTarget & { voices: Partial<SpeechSynthesisVoice>[] };

beforeEach(async () => {
  said = [];
  speech = Object.assign(new EventTarget(), {
    voices: [{ lang: "nb-NO", localService: true }],
    getVoices: () => speech.voices,
    speak: (words: Words) => void said.push(words),
    cancel: () => undefined,
  });
  vi.stubGlobal("speechSynthesis", speech);
  vi.stubGlobal("SpeechSynthesisUtterance", function (this: Words, words: string) {
    this.text = words;
  });
  await setLanguage("en");
});
afterEach(async () => {
  uncover();
  await close();
  vi.unstubAllGlobals();
});

async function draw(): Promise<void> {
  const room = createRef<HTMLDivElement>();
  await show(
    <>
      <Aloud room={room} heading="Trygt hjem" language="nb" />
      <div ref={room}>
        <p>Ring oss. Vent litt.</p>
      </div>
    </>,
  );
}
const ends = (): Promise<void> => act(() => said.at(-1)?.onend());
const marked = (): string => document.querySelector("mark")?.textContent ?? "";
const heard = (): string[] => said.map((words) => words.text);

describe("reading aloud", () => {
  it("says the heading and then sentence after sentence, and marks the one it says", async () => {
    await newPhone();
    await draw();
    await press("Read aloud");
    expect(marked()).toBe("");
    await ends();
    expect(marked()).toBe("Ring oss.");
    await ends();
    expect(marked()).toBe("Vent litt.");
    await ends();
    expect(marked()).toBe("");
    expect(heard()).toEqual(["Trygt hjem", "Ring oss.", "Vent litt."]);
    expect(text()).toContain("Read aloud");
  });

  it("goes on after a pause with the sentence that it was in, and stops when it is told to", async () => {
    await newPhone();
    await draw();
    await press("Read aloud");
    await ends();
    await press("Pause");
    expect(marked()).toBe("Ring oss.");
    await ends();
    await press("Go on");
    expect(heard()).toEqual(["Trygt hjem", "Ring oss.", "Ring oss."]);
    await press("Stop");
    expect(marked()).toBe("");
  });

  it("stops when the words are covered", async () => {
    await newPhone();
    await draw();
    await press("Read aloud");
    await ends();
    await act(cover);
    expect(marked()).toBe("");
    await ends();
    expect(said).toHaveLength(2);
  });

  it.each(["ward", "shared"] as const)("asks about earphones first on a phone that is not the person's own (%s)", async (keeps) => {
    await newPhone((profile) => ({ ...ingridsPhone(profile), keeps }));
    await draw();
    await press("Read aloud");
    expect(text()).toContain("Do you have earphones?");
    expect(said).toEqual([]);
    await press("Read aloud");
    expect(heard()).toEqual(["Trygt hjem"]);
  });

  it("is offered as soon as the phone's own voices have come, and not before", async () => {
    speech.voices = [{ lang: "nb-NO", localService: false }];
    await newPhone();
    await draw();
    expect(text()).not.toContain("Read aloud");
    speech.voices = [{ lang: "nb-NO", localService: true }];
    await act(() => void speech.dispatchEvent(new Event("voiceschanged")));
    expect(text()).toContain("Read aloud");
  });
});
