import "fake-indexeddb/auto";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Module } from "../../../domain/module.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { close, press, show } from "../hands.ts";
import { blocks } from "./blocks.ts";
import { Reading } from "./Reading.tsx";

const HTML =
  '<p>Epikrisen er <a class="term" href="#word-summary">en epikrise</a> om oppholdet.</p><ul><li>Ta <a class="term" href="#word-course">kuren</a></li><li>Hvil</li></ul>';
const module = {
  language: "nb",
  terms: [
    { id: "summary", word: "epikrise", means: "Et brev om oppholdet." },
    { id: "course", word: "kur", means: "Medisin for en tid." },
  ],
} as unknown as Module;

const word = (name: string): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>("[role=button]")].find((each) => each.textContent === name);
  if (!found) throw new Error(`no word "${name}"`);
  return found;
};
/** On the screen, beside what is said to those who listen to it. */
const shown = (): string => document.querySelector(".reading")?.textContent ?? "";
const key = (on: HTMLElement, pressed: string): Promise<void> =>
  act(() => void on.dispatchEvent(new KeyboardEvent("keydown", { key: pressed, bubbles: true, cancelable: true })));
const draw = (of: Module = module): Promise<void> => show(<Reading module={of} html={HTML} room={{ current: null }} />);

beforeEach(async () => {
  await setLanguage("en");
});
afterEach(close);

describe("a word that is explained", () => {
  it("opens its explanation below the paragraph, and says so", async () => {
    const room = { current: null };
    await show(<Reading module={module} html={HTML} room={room} />);
    expect(shown()).not.toContain("Et brev om oppholdet.");
    await act(() => word("en epikrise").click());
    expect(shown()).toContain("Et brev om oppholdet.");
    expect(word("en epikrise").getAttribute("aria-expanded")).toBe("true");
    const opened = document.getElementById(word("en epikrise").getAttribute("aria-controls") ?? "");
    expect(opened?.textContent).toContain("Et brev om oppholdet.");
    expect(opened?.previousElementSibling?.textContent).toContain("Epikrisen er");
  });

  it("closes again by the same press; another one takes its place", async () => {
    await draw();
    await act(() => word("en epikrise").click());
    await act(() => word("kuren").click());
    expect(shown()).toContain("Medisin for en tid.");
    expect(shown()).not.toContain("Et brev om oppholdet.");
    await act(() => word("kuren").click());
    expect(shown()).not.toContain("Medisin for en tid.");
  });

  it("is opened with Space, and Escape leads back to it", async () => {
    await draw();
    await key(word("kuren"), " ");
    expect(shown()).toContain("Medisin for en tid.");
    document.querySelector<HTMLElement>(".notice button")?.focus();
    await key(document.activeElement as HTMLElement, "Escape");
    expect(shown()).not.toContain("Medisin for en tid.");
    expect(document.activeElement).toBe(word("kuren"));
  });

  it("is closed with Close, and the focus is on the word again", async () => {
    await draw();
    await act(() => word("kuren").click());
    await press("Close");
    expect(document.activeElement).toBe(word("kuren"));
  });

  it("is a word among others where the module does not say what it means", async () => {
    await draw({ language: "nb" } as unknown as Module);
    expect(document.querySelectorAll("a, [role=button]")).toHaveLength(0);
    expect(shown()).toContain("Epikrisen er en epikrise om oppholdet.");
  });
});

describe("what one may ask about", () => {
  it("is each paragraph and each point of a list, but no drawing", () => {
    const html = '<p>Før  du\nreiser.</p><p><svg role="img" aria-label="Et hus"><path d="M1 1"></path></svg></p><ol><li>Ring</li><li>Spør</li></ol>';
    expect(blocks(html, []).flatMap(({ passages }) => passages)).toEqual(["Før du reiser.", "Ring", "Spør"]);
  });
});
