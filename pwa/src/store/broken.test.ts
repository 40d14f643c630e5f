import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { statements } from "./answers.ts";
import { content, newVersion, versionsOf } from "./documents.ts";
import { type Holder, sealFor } from "./device.ts";
import { hold, leaveQuestion, send } from "./form.ts";
import { type Draft, leave, open, rooms } from "./here.ts";
import { answers, FORM, fromServer, LONG, newPhone, said, STAY } from "./ingrid.ts";
import { takeIn } from "./receive.ts";
import { openShelf } from "./shelf.ts";

let holder: Holder;
beforeEach(async () => {
  holder = await newPhone();
});

const words = () => (statements(FORM).get("matters")?.items ?? []).map((item) => item.answer?.[0]?.valueString);
const at = (n: number, more = {}) => ({ [STAY.patient]: { epoch: "one", n, access: "a", ...more } });

/** Writes on, as another tab does, behind the back of this one. */
async function inAnotherTab(text: string): Promise<void> {
  const tab = await openShelf(`viktig-${holder.shelf}`, () => sealFor(holder));
  const [[key, draft] = []] = [...((await tab.read()).get("drafts") as Map<string, Draft>)];
  if (!key || !draft) throw new Error("nothing is being written");
  await tab.write([{ room: "drafts", key, body: { ...draft, items: [said("matters", text)] } }]);
  tab.close();
}

describe("two tabs", () => {
  it.each([
    ["leaves the question", leaveQuestion],
    ["sends", send],
  ])("keep what one writes while the other %s", async (_what, verb) => {
    await hold(FORM, "matters", [said("matters", "Å få")], "all");
    await inAnotherTab("Å få sove");
    await verb(FORM);
    leave();
    await open(holder);
    expect(words()).toContain("Å få sove");
  });
});

describe("two windows side by side, on the same question", () => {
  it("leave what each of them wrote in the history", async () => {
    await hold(FORM, "matters", [said("matters", "Å få")], "all");
    await inAnotherTab("Å komme hjem");
    new BroadcastChannel(`viktig-${holder.shelf}`).postMessage("changed");
    await vi.waitFor(() => expect(words()).toEqual(["Å komme hjem"]), LONG);
    await hold(FORM, "matters", [said("matters", "Å få sove")], "all");
    expect(versionsOf(FORM.shared).map((held) => held.text)).toEqual([expect.stringContaining("Å komme hjem")]);
    expect(words()).toEqual(["Å få sove"]);
  });

  it("make no version of what one tab alone writes", async () => {
    for (const text of ["Å", "Å få", "Å få sove"]) await hold(FORM, "matters", [said("matters", text)], "all");
    expect(versionsOf(FORM.shared)).toEqual([]);
  });
});

describe("what would be refused for ever", () => {
  it("half an emoji is written as a sign that can be read", async () => {
    await hold(FORM, "matters", [said("matters", "Hjem \ud83c")], "all");
    await leaveQuestion(FORM);
    const [held] = versionsOf(FORM.shared);
    expect(held && JSON.stringify(content(held))).toContain("Hjem \ufffd");
    expect(held?.text).not.toMatch(/\\ud83c/);
  });

  it("a whole emoji is left alone", async () => {
    await hold(FORM, "matters", [said("matters", "Hjem 🏡")], "all");
    await leaveQuestion(FORM);
    expect(versionsOf(FORM.shared)[0]?.text).toContain("Hjem 🏡");
  });

  it("names no more versions than a version may", async () => {
    const heads = await Promise.all(Array.from({ length: 25 }, () => fromServer(answers([said("matters", "Hjem")]))));
    await takeIn({ at: at(4), changed: heads.map((version, n) => ({ n, kind: "version", version })) });
    const [version] = await newVersion(FORM.shared, answers([said("matters", "Hjem nå")]));
    expect(version?.room === "versions" && version.body?.base.length).toBe(20);
  });
});

describe("a server that was put back by hand, with its epoch", () => {
  beforeEach(async () => {
    await hold(FORM, "matters", [said("matters", "Hjem")], "all");
    await send(FORM);
    const [held] = versionsOf(FORM.shared);
    const receipt = { version: held?.version ?? "", outcome: "stored", hash: held?.hash ?? "" } as const;
    await takeIn({ at: at(9), receipts: [{ ...receipt, received: "2026-11-02T08:03:00Z" }] });
    expect(rooms.outbox.value.size).toBe(0);
  });

  it("is given everything again", async () => {
    await takeIn({ at: at(5) });
    expect(rooms.outbox.value.size).toBe(1);
    expect(words()).toEqual(["Hjem"]);
  });

  it("is not seen in a server that went on, or that lets this phone see something else", async () => {
    await takeIn({ at: at(9) });
    await takeIn({ at: at(3, { access: "b" }) });
    expect(rooms.outbox.value.size).toBe(0);
  });
});
