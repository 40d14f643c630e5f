import "fake-indexeddb/auto";
import { signal } from "@preact/signals";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Module } from "../../../domain/module.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { openDevice } from "../../../store/device.ts";
import { allKept } from "../../../store/halfWritten.ts";
import { leave } from "../../../store/here.ts";
import { newPhone } from "../../../store/ingrid.ts";
import { jot } from "../../../store/jottings.ts";
import { progress } from "../../../store/marks.ts";
import { feedbackName } from "../../../store/moduleFeedback.ts";
import { appears, close, field, press, show, text, until } from "../hands.ts";
import { go, path } from "../route.ts";
import { Reader } from "./Reader.tsx";

const screens = ["One", "Two", "Three"].map((title) => ({ title, html: "<p>Words.</p>" }));
const module = { id: "pain", version: "1", language: "en", title: "Pain", steps: screens } as unknown as Module;
const entry = { id: "pain", version: "1", languages: {} };

const step = (): number | undefined => progress("pain")?.step;
const toTheThird = async (): Promise<void> => {
  await show(<Reader module={module} entry={entry} at={signal(0)} />);
  await press("Next");
  await appears("Two");
  await press("Next");
  await appears("Three");
};

beforeEach(async () => {
  await setLanguage("en");
  await newPhone();
});
afterEach(async () => {
  await close();
  leave();
});

it("keeps where one was when the page is closed, which no page is told of in any other way", async () => {
  await toTheThird();
  expect(step() ?? 0).toBe(0);
  await act(() => void dispatchEvent(new Event("pagehide")));
  await until(() => step() === 2, () => `kept is screen ${step()}`);
});

it("says in its address where one is, so that a page that is loaded anew comes back to it, and keeps how far that was", async () => {
  await toTheThird();
  expect(path.value).toBe("/p/learn/pain/3");
  await close();
  await show(<Reader module={module} entry={entry} at={signal(2)} />);
  await appears("Three");
  await until(() => step() === 2, () => `kept is screen ${step()}`);
});

it("does not take a look at what was searched for as having read up to there", async () => {
  go("/p/learn/pain/3");
  await show(<Reader module={module} entry={entry} at={signal(2)} />);
  await appears("Three");
  await close();
  expect(await allKept()).toBe(true);
  await until(() => step() !== undefined, () => "it was not told as opened");
  expect(step()).toBe(0);
});

it("shows what was half said of the text where the text is opened again", async () => {
  await show(<Reader module={module} entry={entry} at={signal(0)} />);
  expect(text()).not.toContain("Was it useful?");
  await close();
  await jot("opinion pain", { words: "Litt for langt", opinion: { id: feedbackName(), moduleVersion: "1", language: "en", understandable: "yes", useful: "partly" } });
  await show(<Reader module={module} entry={entry} at={signal(0)} />);
  expect(field("What could be better?").value).toBe("Litt for langt");
  await openDevice();
  await press("Send");
  await appears("Thank you for telling us");
  await press("Next");
  await press("Back");
  expect(text()).not.toContain("Was it useful?");
});

it("keeps it before the phone is locked", async () => {
  await toTheThird();
  expect(await allKept()).toBe(true);
  expect(step()).toBe(2);
});
