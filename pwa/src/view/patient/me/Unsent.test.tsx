import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setLanguage } from "../../../i18n/index.ts";
import { versionsOf } from "../../../store/documents.ts";
import { hold, leaveQuestion } from "../../../store/form.ts";
import { rooms } from "../../../store/here.ts";
import { FORM, newPhone, said } from "../../../store/ingrid.ts";
import { park } from "../../../store/receive.ts";
import { appears, close, press, show, text, until } from "../hands.ts";
import { Unsent } from "./Unsent.tsx";

const version = (): string => versionsOf(FORM.shared)[0]?.version ?? "";

beforeEach(async () => {
  await setLanguage("en");
  await newPhone();
  await hold(FORM, "matters", [{ ...said("matters", "Å få sove"), text: "What matters to you?" }], "all");
  await leaveQuestion(FORM);
});
afterEach(close);

describe("what could not be received", () => {
  it("is shown with its reason in plain words, and never the slug", async () => {
    await park(version(), "not-allowed");
    await show(<Unsent />);
    await appears("You do not have access to this.");
    expect(text()).not.toContain("not-allowed");
  });

  it("can be sent again", async () => {
    await park(version(), "not-allowed");
    await show(<Unsent />);
    await press("Send again");
    await until(() => rooms.outbox.value.get(version())?.problem === undefined, () => "it is still parked");
    expect(rooms.outbox.value.has(version())).toBe(true);
    expect(text()).not.toContain("Send again");
  });

  it("can be taken out as text, also where there is no clipboard", async () => {
    await park(version(), "not-allowed");
    await show(<Unsent />);
    Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
    await press("Copy as text");
    await appears("What matters to you? Å få sove");
  });
});
