import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Task } from "../../../domain/wire.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { leave } from "../../../store/here.ts";
import { newPhone, STAY } from "../../../store/ingrid.ts";
import { helped } from "../../../store/marks.ts";
import { appears, close, field, press, show, tick, type, until } from "../hands.ts";
import { DoesItHelp } from "./DoesItHelp.tsx";

const TASK: Task = {
  id: "t1",
  encounter: STAY.id,
  patient: "patient-1",
  status: "in-progress",
  outcome: "planned",
  description: "Gåtrening",
  madeAt: "2026-11-02T08:03:00Z",
  changedAt: "2026-11-02T08:03:00Z",
};

beforeEach(async () => {
  await setLanguage("en");
  await newPhone();
  await show(<DoesItHelp task={TASK} />);
});
afterEach(async () => {
  await close();
  leave();
});

const says = (which: string) => until(() => helped("t1")?.helped === which, () => `kept is ${helped("t1")?.helped}`);

it("keeps the words where somebody says later that it helps less, and thanks only for what helps", async () => {
  await press("Yes");
  await appears("What helped?");
  await type("What helped?", "Jonas kom hver dag");
  await tick("Say thanks from me");
  await press("Send");
  await appears("Jonas kom hver dag");
  await press("Say something else");
  await press("A little");
  await says("little");
  expect(helped("t1")).toMatchObject({ words: "Jonas kom hver dag", thanks: true });
  await press("Say something else");
  await press("No");
  await says("no");
  expect(helped("t1")?.words).toBe("Jonas kom hver dag");
  expect(helped("t1")?.thanks ?? false).toBe(false);
});

it("sends no thanks that were ticked before somebody says that it does not help", async () => {
  await press("Yes");
  await appears("What helped?");
  await tick("Say thanks from me");
  await press("Say something else");
  await press("No");
  await appears("What would have been better?");
  await type("What would have been better?", "Mer tid");
  await press("Send");
  await appears("Mer tid");
  expect(helped("t1")?.thanks ?? false).toBe(false);
});

it("shows words that were begun also where somebody then does not know whether it helps", async () => {
  await press("Yes");
  await appears("What helped?");
  await type("What helped?", "Jonas");
  await press("Say something else");
  await press("Don't know");
  await appears("What would have been better?");
  expect(helped("t1")?.helped).toBe("unknown");
  expect(field("What would have been better?").value).toBe("Jonas");
});
