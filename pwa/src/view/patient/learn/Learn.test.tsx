import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../../i18n/index.ts";
import { inTurn, keep, leave } from "../../../store/here.ts";
import { newPhone, STAY } from "../../../store/ingrid.ts";
import { keepProgress } from "../../../store/marks.ts";
import { appears, close, field, press, show, text, type } from "../hands.ts";
import { Learn } from "./Learn.tsx";
import { ModulePage } from "./ModulePage.tsx";

const FULL = { title: "Smerter", html: "<p>Smerter kan ofte lindres.</p>" };
const EASY = { title: "Smerter", html: "<p>Det finnes hjelp.</p>" };

const entry = (id: string, title: string) => ({
  id,
  version: "1",
  forWhom: ["patient"],
  tags: [],
  languages: { en: { title, minutes: 2, path: `modules/${id}.json`, ...(id === "pain" && { easy: "modules/pain.easy.json" }) } },
});
const MODULES = [entry("going-home", "Going home"), entry("pain", "Pain"), entry("falls", "Falls"), entry("hands", "Clean hands")];

beforeEach(async () => {
  vi.stubGlobal("caches", undefined);
  vi.stubGlobal("fetch", async (address: string) => {
    const [, id = "", easy] = /modules\/(\w+)(\.easy)?/.exec(address) ?? [];
    const module = { id, version: "1", language: "en", title: "Pain", draft: true, steps: [easy ? EASY : FULL], review: { state: "draft", responsible: "Kari Nilsen", responsibleRole: "overlege" } };
    return new Response(JSON.stringify(address.endsWith("index.json") ? { modules: MODULES } : module));
  });
  await setLanguage("en");
  await newPhone();
});
afterEach(async () => {
  await close();
  leave();
  vi.unstubAllGlobals();
});

const headings = (): string[] => [...document.querySelectorAll("h2, h3")].map(({ textContent }) => textContent ?? "");

describe("what there is to learn", () => {
  // The first of all: what there is is remembered from then on.
  it("does not wait for a line that is dead where it was told before", async () => {
    const before = new Response(JSON.stringify({ modules: [entry("pain", "Pain, as it was")] }));
    vi.stubGlobal("caches", { open: async () => ({ match: async () => before.clone(), keys: async () => [] }) });
    vi.stubGlobal("fetch", () => new Promise(() => undefined));
    await show(<Learn />);
    await appears("Pain, as it was");
  });

  it("begins with where one was and with what was chosen, and says why", async () => {
    await inTurn(() => keep([{ room: "stay", key: STAY.id, body: { ...STAY, forms: [], modules: [{ module: "pain", by: "Kari", reason: "Du har vondt" }] } }]));
    await keepProgress({ module: "hands", moduleVersion: "1", language: "en", step: 1 });
    await show(<Learn />);
    await appears("Going home");
    await appears("Because Kari chose this for you: Du har vondt");
    expect(headings()).toEqual(["Go on where you were", "Clean hands", "For you", "Pain", "More to read", "Falls", "Going home"]);
  });

  it("stands in one list where nothing fits this person more than the rest", async () => {
    await show(<Learn />);
    await appears("Clean hands");
    expect(headings()).toEqual(["Clean hands", "Falls", "Going home", "Pain"]);
  });

  it("waits on a line that is dear until it is asked for", async () => {
    vi.stubGlobal("navigator", { connection: { saveData: true } });
    await show(<Learn />);
    await appears("to spare your data");
    await press("Fetch it now");
    await vi.waitFor(() => expect(text()).not.toContain("to spare your data"));
  });

  it("says what to do when nothing is found", async () => {
    await show(<Learn />);
    await appears("Clean hands");
    await type("Search", "qwxz");
    await appears("Try another word, or ask us.");
    expect(field("Search").type).toBe("search");
  });
});

describe("a text that there is in short sentences, too", () => {
  it("is read as the person likes it, the next time as well, and says who answers for the draft", async () => {
    await show(<ModulePage id="pain" screen={Number.NaN} />);
    await appears("Smerter kan ofte lindres.");
    await appears("Responsible for it: Kari Nilsen, overlege.");
    await press("Easy to read");
    await appears("Det finnes hjelp.");
    await close();
    await show(<ModulePage id="pain" screen={1} />);
    await appears("Det finnes hjelp.");
    await press("Full text");
    await appears("Smerter kan ofte lindres.");
  });
});
