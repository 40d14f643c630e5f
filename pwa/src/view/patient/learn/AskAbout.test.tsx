import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Module } from "../../../domain/module.ts";
import { setLanguage } from "../../../i18n/index.ts";
import type { Holder } from "../../../store/device.ts";
import { entries } from "../../../store/entries.ts";
import { allKept } from "../../../store/halfWritten.ts";
import { leave, open } from "../../../store/here.ts";
import { newPhone } from "../../../store/ingrid.ts";
import { appears, close, field, heading, press, show, type, until } from "../hands.ts";
import { Questions } from "../list/Questions.tsx";
import { path } from "../route.ts";
import { AskAbout } from "./AskAbout.tsx";
import { beginning } from "./passage.ts";

const module = {
  id: "going-home",
  language: "nb",
  steps: [{ title: "Før du reiser", html: "<p>Snakk med oss.</p><ul><li>Hvem skal jeg ringe?</li></ul>" }],
} as unknown as Module;

const FIELD = "What do you want to ask about?";
let holder: Holder;

beforeEach(async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
  await setLanguage("en");
  holder = await newPhone();
});
afterEach(async () => {
  await close();
  vi.unstubAllGlobals();
});

describe("a question about a paragraph", () => {
  it("carries the paragraph's beginning beside the person's own words", async () => {
    await show(<AskAbout module={module} at={0} onBack={() => undefined} />);
    expect(heading()).toBe("What do you want to ask about?");
    await press("Hvem skal jeg ringe?");
    expect(path.value).toBe("/p/list/questions/about/going-home");
    await show(<Questions module="going-home" />);
    await type("What do you want to ask about?", "Også om natta?");
    await press("Put it on the list");
    await until(() => entries("VisitQuestion").length === 1, () => "it never came on the list");
    expect(entries("VisitQuestion")[0]?.entry).toMatchObject({
      text: "Også om natta?",
      module: "going-home",
      passage: "Hvem skal jeg ringe?",
    });
  });

  it("begins its own, and what was half written about another paragraph waits with that one", async () => {
    const ask = async (paragraph: string): Promise<void> => {
      await show(<AskAbout module={module} at={0} onBack={() => undefined} />);
      await press(paragraph);
      await show(<Questions module="going-home" />);
    };
    await ask("Hvem skal jeg ringe?");
    await type(FIELD, "Også om nat");
    expect(await allKept()).toBe(true);
    await ask("Snakk med oss.");
    expect(field(FIELD).value).toBe("");
    await type(FIELD, "Når da?");
    await press("Put it on the list");
    await until(() => entries("VisitQuestion").length === 1, () => "it never came on the list");
    expect(entries("VisitQuestion")[0]?.entry).toMatchObject({ text: "Når da?", passage: "Snakk med oss." });
    expect(field(FIELD).value).toBe("");
    await ask("Hvem skal jeg ringe?");
    expect(field(FIELD).value).toBe("Også om nat");
  });

  it("is gone on with, and says which paragraph it is about, where the page was loaded anew or locked", async () => {
    await show(<AskAbout module={module} at={0} onBack={() => undefined} />);
    await press("Hvem skal jeg ringe?");
    await show(<Questions module="going-home" />);
    await type(FIELD, "Også om nat");
    expect(await allKept()).toBe(true);
    await close();
    leave();
    await open(holder);
    await show(<Questions module="going-home" />);
    expect(field(FIELD).value).toBe("Også om nat");
    await appears("Hvem skal jeg ringe?");
    await close();
    await show(<Questions module="pain" />);
    expect(field(FIELD).value).toBe("");
  });

  it("carries no more of it than is needed to find it again", () => {
    const long = "Dette er et langt avsnitt. ".repeat(20);
    expect(beginning(long).length).toBeLessThan(125);
    expect(beginning(long)).toMatch(/\w+ …$/);
    expect(beginning("Kort.")).toBe("Kort.");
  });
});
