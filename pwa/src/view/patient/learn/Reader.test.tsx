import "fake-indexeddb/auto";
import { signal } from "@preact/signals";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Module } from "../../../domain/module.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { allKept } from "../../../store/halfWritten.ts";
import { leave } from "../../../store/here.ts";
import { newPhone } from "../../../store/ingrid.ts";
import { progress } from "../../../store/marks.ts";
import { appears, close, press, show, until } from "../hands.ts";
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

it("keeps it before the phone is locked", async () => {
  await toTheThird();
  expect(await allKept()).toBe(true);
  expect(step()).toBe(2);
});
