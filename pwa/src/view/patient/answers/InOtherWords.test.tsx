import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { uuid7 } from "../../../domain/ids.ts";
import type { Translation } from "../../../domain/wire.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { versionsOf } from "../../../store/documents.ts";
import { hold, send } from "../../../store/form.ts";
import { FORM, fromServer, newPhone, said, STAY } from "../../../store/ingrid.ts";
import { takeIn } from "../../../store/receive.ts";
import { appears, close, show, text } from "../hands.ts";
import { AnswerPage } from "./AnswerPage.tsx";

const form = readFileSync("../server/viktig/content/questionnaires/what-matters.json", "utf8");
const DOCUMENT = "5f0c2a54-9a3e-8c11-9a51-0c7a4f6d1e09";

beforeEach(async () => {
  vi.stubGlobal("fetch", async () => new Response(form));
  await setLanguage("en");
  await newPhone();
  await say("Chcę wrócić do domu");
});
afterEach(async () => {
  await close();
  vi.unstubAllGlobals();
});

async function say(words: string): Promise<void> {
  await hold(FORM, "matters", [said("matters", words)], "all");
  await send(FORM);
}

/** Somebody at the unit has translated what was on their screen; what they have written before, too. */
async function translated(words: string, more: Partial<Translation> = {}, base: readonly string[] = [], authorName = "Kari"): Promise<string> {
  const content = {
    resourceType: "Translation",
    encounter: STAY.id,
    document: FORM.shared,
    versions: versionsOf(FORM.shared).map(({ version }) => version),
    originalLanguage: "pl",
    language: "nb",
    item: [{ linkId: "matters", text: words }],
    ...more,
  };
  const version = await fromServer(content, base, { id: DOCUMENT, author: "Practitioner/kari", authorName });
  await takeIn({ at: {}, changed: [{ n: 1, kind: "version", version }] });
  return version.version;
}

async function read(): Promise<void> {
  await show(<AnswerPage name="what-matters" link="matters" />);
  await appears("Chcę");
}

const told = (): (string | undefined)[] => [...document.querySelectorAll("summary")].flatMap(({ textContent }) => (textContent?.includes("Norwegian") ? [textContent.trim()] : []));

describe("an answer that somebody has translated", () => {
  it("says who has, into what, and holds the translation to be opened", async () => {
    await translated("Jeg vil hjem");
    await read();
    expect(told()).toEqual([expect.stringMatching(/^Translated to Norwegian Bokmål by Kari today at [\d:]+\.$/)]);
    const folded = document.querySelector("details.examples");
    expect(folded?.hasAttribute("open")).toBe(false);
    expect(folded?.querySelector("p")?.lang).toBe("nb");
    expect(folded?.querySelector("p")?.textContent).toBe("Jeg vil hjem");
  });

  it("tells what an interpreter said, and a profession where the unit tells no names", async () => {
    await translated("Jeg vil hjem", { interpreter: true }, [], "nurse");
    await read();
    expect(told()[0]).toContain("Said in Norwegian Bokmål by an interpreter, written down by nurse");
  });

  it("shows the newest translation only", async () => {
    const first = await translated("Jeg vil reise");
    await translated("Jeg vil hjem", {}, [first]);
    await read();
    expect(told()).toHaveLength(1);
    expect(text()).not.toContain("Jeg vil reise");
  });

  it("says when the words have changed since", async () => {
    await translated("Jeg vil hjem");
    await say("Chcę spać");
    await read();
    expect(told()[0]).toContain("(of an earlier answer)");
  });

  it("is not doubted on a phone that came after the version was replaced", async () => {
    await translated("Jeg vil hjem", { versions: [uuid7()] });
    await read();
    expect(told()[0]).not.toContain("earlier");
  });
});

it("is not told of what only says which language the words are in, or is about another question", async () => {
  await translated("Jeg vil hjem", { item: [] });
  await translated("Snakk høyt", { item: [{ linkId: "talk", text: "Snakk høyt" }] });
  await read();
  expect(told()).toEqual([]);
});
