import "fake-indexeddb/auto";
import { beforeEach, expect, it } from "vitest";
import { hold, leaveQuestion, send } from "../../../store/form.ts";
import { rooms } from "../../../store/here.ts";
import { FORM, newPhone, said } from "../../../store/ingrid.ts";
import { onlyHere } from "./waiting.ts";

beforeEach(() => newPhone());

it("counts what was sent and then changed again as one thing, while neither has been received", async () => {
  await hold(FORM, "talk", [said("talk", "Snakk rolig")], "all");
  expect(onlyHere()).toBe(1);
  await send(FORM);
  expect(onlyHere()).toBe(1);
  await hold(FORM, "talk", [said("talk", "Snakk rolig og tydelig")], "all");
  await leaveQuestion(FORM);
  expect(rooms.outbox.value.size).toBe(2);
  expect(onlyHere()).toBe(1);
});
