import "fake-indexeddb/auto";
import { beforeEach, expect, it } from "vitest";
import type { ModuleEntry } from "../../../domain/module.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { hold } from "../../../store/form.ts";
import { FORM, newPhone } from "../../../store/ingrid.ts";
import { offers } from "./offers.ts";
import { reason } from "./reason.ts";

const module = (id: string, ...tags: string[]): ModuleEntry => ({ id, version: "1", languages: {}, tags });
const MODULES = [module("medicines", "medicines"), module("rights", "speaking-up", "language-help=interpreter"), module("pain", "pain")];
const tick = (linkId: string, code: string, display: string) =>
  hold(FORM, linkId, [{ linkId, answer: [{ valueCoding: { code, display } }], saidBy: { kind: "patient" }, writtenBy: { kind: "patient" }, authored: "2026-11-02T08:00:00Z" }], "all");

beforeEach(async () => {
  await setLanguage("en");
  await newPhone();
});

it("what was ticked leads to what names it, and the reason is what stood there", async () => {
  await tick("learn", "medicines", "My medicines");
  await tick("language-help", "interpreter", "Yes, an interpreter");
  await tick("hearing", "pain", "It hurts");
  const found = offers(MODULES);
  expect(found.map(({ module }) => module)).toEqual(["medicines", "rights"]);
  expect(found.map(reason)).toEqual(["Because you ticked off “My medicines”.", "Because you ticked off “Yes, an interpreter”."]);
});

it("words of one's own lead nowhere", async () => {
  await hold(FORM, "learn", [{ linkId: "learn", answer: [{ valueString: "medicines" }], saidBy: { kind: "patient" }, writtenBy: { kind: "patient" }, authored: "2026-11-02T08:00:00Z" }], "all");
  expect(offers(MODULES)).toEqual([]);
});
