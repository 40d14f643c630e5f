import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setLanguage } from "../../../i18n/index.ts";
import { versionsOf } from "../../../store/documents.ts";
import { hold, leaveQuestion, send } from "../../../store/form.ts";
import { damaged, rooms } from "../../../store/here.ts";
import { FORM, MONA, monasPhone, newPhone, said } from "../../../store/ingrid.ts";
import { jot } from "../../../store/jottings.ts";
import { park, takeIn } from "../../../store/receive.ts";
import { contact } from "../../../sync/contact.ts";
import { appears, close, press, show, text, until } from "../hands.ts";
import { Contact } from "../Contact.tsx";
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

  it("is told by its question, and can be written anew there", async () => {
    await park(version(), "not-valid");
    await show(<Unsent />);
    await appears("What matters to you?");
    const link = [...document.querySelectorAll("a")].find((each) => each.textContent === "Write it anew");
    expect(link?.pathname).toBe("/p/form/what-matters/matters");
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

describe("what somebody who helps may not hand in now", () => {
  beforeEach(async () => {
    await newPhone(monasPhone);
    await hold(FORM, "talk", [{ ...said("talk", "Snakk høyt", MONA), text: "How do you want us to talk?" }], "all");
    await send(FORM);
    await takeIn({ at: {}, receipts: [{ version: version(), outcome: "refused", problem: "not-allowed" }] });
    contact.value = "quiet";
  });

  it("waits with the words of all that waits, and asks for nothing", async () => {
    await show(<Unsent />);
    await appears("How do you want us to talk?");
    await appears("Waits here, and is sent by itself as soon as it can be.");
    expect(text()).not.toMatch(/access|received|Send again|Write it anew/);
  });

  it("is no notice on the pages", async () => {
    await show(<Contact />);
    expect(text()).toBe("");
  });
});

describe("what waits", () => {
  it("says why, as long as it waits for a network", async () => {
    contact.value = "offline";
    await show(<Unsent />);
    await appears("Waits for a network, and is then sent by itself.");
  });

  it("is counted down while it is sent", async () => {
    contact.value = "sending";
    await show(<Unsent />);
    await appears("Sent 0 of 1");
    const [held] = versionsOf(FORM.shared);
    await takeIn({ at: {}, receipts: [{ version: version(), outcome: "stored", hash: held?.hash ?? "" }] });
    await appears("Sent 1 of 1");
    contact.value = "quiet";
    await until(() => !text().includes("Sent 1 of 1"), text);
  });

  it("holds a safe copy and what it became only once", async () => {
    await send(FORM);
    await show(<Unsent />);
    expect(rooms.outbox.value.size).toBe(2);
    expect(document.querySelectorAll("li.card")).toHaveLength(1);
    await appears("Answers to be sent");
  });

  it("shows what is still a draft by its question", async () => {
    await hold(FORM, "worry", [{ ...said("worry", "Å falle"), text: "Is there something you worry about?" }], "all");
    await show(<Unsent />);
    await appears("1 answer is only on this phone until you go on or send.");
    await appears("Is there something you worry about?");
  });
});

describe("what else lies on this phone", () => {
  it("is told too: words that are begun, and what cannot be opened any more", async () => {
    await jot("helped t1", { words: "Å gå en tur" });
    damaged.value = 1;
    await show(<Unsent />);
    await appears("1 text that you have begun");
    await appears("1 thing that was kept on this phone cannot be opened any more.");
    damaged.value = 0;
  });
});
