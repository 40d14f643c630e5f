import "fake-indexeddb/auto";
import { beforeEach, expect, it } from "vitest";
import type { ModuleEntry } from "../../../domain/module.ts";
import type { Answer } from "../../../domain/wire.ts";
import { setLanguage } from "../../../i18n/index.ts";
import type { Audience } from "../../../store/answers.ts";
import { hold, send } from "../../../store/form.ts";
import { inTurn, keep } from "../../../store/here.ts";
import { FORM, INGRID, newPhone, STAY } from "../../../store/ingrid.ts";
import { offers } from "./offers.ts";
import { reason } from "./reason.ts";

const module = (id: string, ...tags: string[]): ModuleEntry => ({ id, version: "1", languages: {}, tags });
const MODULES = [
  module("medicines", "medicines"),
  module("rights", "speaking-up", "language-help=interpreter"),
  module("pain", "pain", "activity-about=pain"),
];
const GOALS = { ...FORM, name: "activities", shared: "5f0c2a54-9a3e-8c11-9a51-0c7a4f6d1e03", staff: "5f0c2a54-9a3e-8c11-9a51-0c7a4f6d1e04" };

const say = (linkId: string, answer: readonly Answer[], within = "", audience: Audience = "all", form = within ? GOALS : FORM) =>
  hold(
    form,
    within ? `${linkId}\n${within}` : linkId,
    answer.length > 0 ? [{ linkId, ...(within && { within }), answer, saidBy: INGRID, writtenBy: INGRID, authored: "2026-11-02T08:00:00Z" }] : [],
    audience,
  );
const tick = (linkId: string, code: string, display: string, within = "") => say(linkId, [{ valueCoding: { code, display } }], within);
const words = (linkId: string, valueString: string, within = "", audience: Audience = "all") => say(linkId, [{ valueString }], within, audience);
const told = () => offers(MODULES).map((offer) => `${offer.module}: ${reason(offer)}`);

beforeEach(async () => {
  await setLanguage("en");
  await newPhone();
  await inTurn(() => keep([{ room: "stay", key: STAY.id, body: { ...STAY, forms: [FORM, GOALS] } }]));
});

it("what was ticked leads to what names it, and the reason is what stood there", async () => {
  await tick("learn", "medicines", "My medicines");
  await tick("language-help", "interpreter", "Yes, an interpreter");
  await tick("hearing", "pain", "It hurts");
  expect(told()).toEqual(["medicines: Because “My medicines” is ticked off.", "rights: Because “Yes, an interpreter” is ticked off."]);
});

it("words of one's own lead nowhere", async () => {
  await words("learn", "medicines");
  await words("activity", "pain", "a");
  await words("activity-about", "pain", "a");
  expect(told()).toEqual([]);
});

it("a goal leads to what it is said to be about, and is itself the reason", async () => {
  await words("activity", "Read the newspaper", "a");
  await words("activity", "Walk to the shop. ", "b");
  await tick("activity-about", "pain", "Pain", "b");
  expect(told()).toEqual(["pain: Because of the goal “Walk to the shop”."]);
  await send(GOALS);
  expect(told()).toEqual(["pain: Because of the goal “Walk to the shop”."]);
});

it("two goals about the same offer it once, and when the first is taken away the other is the reason", async () => {
  await words("activity", "Walk to the shop", "a");
  await tick("activity-about", "pain", "Pain", "a");
  await words("activity", "Sleep through", "b");
  await tick("activity-about", "pain", "Pain", "b");
  expect(told()).toEqual(["pain: Because of the goal “Walk to the shop”."]);
  await send(GOALS);
  for (const linkId of ["activity", "activity-about"]) await say(linkId, [], "a");
  expect(told()).toEqual(["pain: Because of the goal “Sleep through”."]);
  for (const linkId of ["activity", "activity-about"]) await say(linkId, [], "b");
  await send(GOALS);
  expect(told()).toEqual([]);
});

it("a goal without words is told by what was ticked", async () => {
  await tick("activity-about", "pain", "Pain", "a");
  expect(told()).toEqual(["pain: Because “Pain” is ticked off."]);
});
