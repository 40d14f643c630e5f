import "fake-indexeddb/auto";
import { beforeEach, expect, it } from "vitest";
import { stay } from "./documents.ts";
import { hold, moveOn, send } from "./form.ts";
import { inTurn, keep, rooms } from "./here.ts";
import { FORM, newPhone, said, STAY } from "./ingrid.ts";
import { told } from "./stays.ts";

const NEWER = { ...FORM, questionnaire: FORM.questionnaire.replace("1.0.0", "2.0.0"), path: "forms/what-matters@2.0.0.json" };
const asked = (form: typeof FORM & { newer?: string; newerPath?: string }) => told({ ...STAY, forms: [form] }).forms?.[0];

beforeEach(() => newPhone());

it("where nothing is begun the newer form is asked", () => {
  expect(asked(NEWER)).toEqual(NEWER);
});

it("what was begun on this phone alone stays on its version, and the newer one is offered", async () => {
  await hold(FORM, "talk", [said("talk", "Snakk rolig")], "all");
  expect(asked(NEWER)).toEqual({ ...FORM, newer: NEWER.questionnaire, newerPath: NEWER.path });
  await send(FORM);
  expect(asked(NEWER)?.questionnaire).toBe(FORM.questionnaire);
});

it("when all of it has been received the server says which version is asked", async () => {
  await send(FORM).then(() => hold(FORM, "talk", [said("talk", "Snakk rolig")], "all")).then(() => send(FORM));
  await inTurn(() => keep([...rooms.outbox.value.keys()].map((key) => ({ room: "outbox" as const, key }))));
  expect(asked(NEWER)).toEqual(NEWER);
});

it("who has moved to the newer version is not moved back by a server that has not heard of it", async () => {
  const offered = { ...FORM, newer: NEWER.questionnaire, newerPath: NEWER.path };
  await inTurn(() => keep([{ room: "stay", key: STAY.id, body: { ...STAY, forms: [offered] } }]));
  await hold(offered, "talk", [said("talk", "Snakk rolig")], "all");
  await moveOn(offered, () => true);
  expect(stay.value?.forms?.[0]?.questionnaire).toBe(NEWER.questionnaire);
  expect(asked(offered)).toEqual(NEWER);
});
