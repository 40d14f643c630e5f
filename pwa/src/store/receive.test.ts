import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Receipt } from "../domain/wire.ts";
import { content, headsOf, versionsOf } from "./documents.ts";
import { hold, leaveQuestion, send } from "./form.ts";
import type { Holder } from "./device.ts";
import { type Held, leave, open, rooms } from "./here.ts";
import { answers, FORM, fromServer, MONA, newPhone, said, STAY } from "./ingrid.ts";
import { takeIn, tidy, tryAgain } from "./receive.ts";

const EPOCH = { epoch: "one", n: 4, access: "a" };
const at = (epoch: string, n = 4) => ({ [STAY.patient]: { epoch, n, access: "a" } });

let holder: Holder;
let own: Held;
beforeEach(async () => {
  holder = await newPhone();
  await hold(FORM, "matters", [said("matters", "Å få sove")], "all");
  await leaveQuestion(FORM);
  own = versionsOf(FORM.shared)[0] as Held;
});

const receipt = (more: Partial<Receipt> = {}): Receipt => ({
  version: own.version,
  outcome: "stored",
  hash: own.hash,
  received: "2026-11-02T08:03:00Z",
  ...more,
});

describe("a receipt", () => {
  it("lets go of what waited, and keeps the version", async () => {
    await takeIn({ at: at("one"), receipts: [receipt()] });
    expect(rooms.outbox.value.size).toBe(0);
    expect(versionsOf(FORM.shared)[0]?.received).toBe("2026-11-02T08:03:00Z");
    expect(rooms.cursor.value.get(STAY.patient)).toEqual(EPOCH);
  });

  it("counts just as much when the server had it before", async () => {
    await takeIn({ at: at("one"), receipts: [receipt({ outcome: "already" })] });
    expect(rooms.outbox.value.size).toBe(0);
  });

  it("for other words than ours lets go of nothing", async () => {
    await takeIn({ at: at("one"), receipts: [receipt({ hash: "0".repeat(64) })] });
    expect(rooms.outbox.value.has(own.version)).toBe(true);
    expect(versionsOf(FORM.shared)[0]?.received).toBe("");
  });

  it("that never came leaves everything as it was, also after a restart", async () => {
    await takeIn({ at: at("one"), receipts: [] });
    leave();
    await open(holder);
    expect([...rooms.outbox.value.keys()]).toEqual([own.version]);
  });

  it("that refuses parks the version with its reason, and it can be sent again", async () => {
    await takeIn({ at: at("one"), receipts: [receipt({ outcome: "refused", problem: "not-allowed" })] });
    expect(rooms.outbox.value.get(own.version)).toEqual({ attempts: 1, problem: "not-allowed" });
    expect(versionsOf(FORM.shared)).toHaveLength(1);
    await tryAgain(own.version);
    expect(rooms.outbox.value.get(own.version)?.problem).toBeUndefined();
  });

  it("of what was written anew on a parked version lets that one go too", async () => {
    await takeIn({ at: at("one"), receipts: [receipt({ outcome: "refused", problem: "too-large" })] });
    await hold(FORM, "matters", [said("matters", "Å sove")], "all");
    await leaveQuestion(FORM);
    const anew = versionsOf(FORM.shared).find(({ base }) => base.includes(own.version));
    await takeIn({ at: at("one"), receipts: [{ version: anew?.version ?? "", outcome: "stored", hash: anew?.hash ?? "" }] });
    expect(rooms.outbox.value.size).toBe(0);
    expect(versionsOf(FORM.shared)).toHaveLength(2);
  });

  it("that refuses for a passing reason keeps it in the queue", async () => {
    await takeIn({ at: at("one"), receipts: [receipt({ outcome: "refused", problem: "disk-full" })] });
    expect(rooms.outbox.value.get(own.version)).toEqual({ attempts: 1 });
  });

  it("that says the name is taken by other words gives ours a new name, and keeps both", async () => {
    await takeIn({ at: at("one"), receipts: [receipt({ outcome: "refused", problem: "version-differs" })] });
    const [renamed] = versionsOf(FORM.shared);
    expect(renamed?.version).not.toBe(own.version);
    expect(renamed?.text).toBe(own.text);
    expect([...rooms.outbox.value.keys()]).toEqual([renamed?.version]);
  });
});

describe("what comes from the server", () => {
  it("is kept: versions, readings, actions, the stay", async () => {
    const review = { id: "r1", encounter: STAY.id, versions: [own.version], at: "2026-11-02T09:15:00Z", by: "Kari", title: "nurse" };
    const theirs = await fromServer(answers([said("talk", "Snakk høyt", MONA)]));
    await takeIn({
      at: at("one"),
      changed: [
        { n: 1, kind: "version", version: theirs },
        { n: 2, kind: "review", review },
        { n: 3, kind: "stay", stay: { ...STAY, room: "12" } },
      ],
    });
    leave();
    await open(holder);
    expect(rooms.reviews.value.get("r1")).toEqual(review);
    expect(rooms.stay.value.get(STAY.id)?.room).toBe("12");
    expect(headsOf(FORM.shared)).toHaveLength(2);
  });

  it("does not touch the words of our own version when it comes back", async () => {
    const echo = await fromServer(content(own), [], { version: own.version, author: own.author, received: "2026-11-02T08:03:00Z" });
    await takeIn({ at: at("one"), changed: [{ n: 1, kind: "version", version: echo }] });
    expect(versionsOf(FORM.shared)[0]).toMatchObject({ text: own.text, hash: own.hash, received: "2026-11-02T08:03:00Z" });
  });

  it("wipes what may no longer be held, but never what was not received yet", async () => {
    const theirs = await fromServer(answers([said("talk", "Snakk høyt", MONA)]));
    await takeIn({ at: at("one"), changed: [{ n: 1, kind: "version", version: theirs }] });
    await takeIn({ at: at("one", 5), gone: [FORM.shared] });
    expect(versionsOf(FORM.shared).map(({ version }) => version)).toEqual([own.version]);
  });
});

describe("a database that was restored from a backup", () => {
  it("gets every version of our own again, and what others wrote begins from nothing", async () => {
    await send(FORM);
    const all = versionsOf(FORM.shared);
    const receipts = all.map(({ version, hash }) => receipt({ version, hash }));
    const theirs = await fromServer(answers([said("talk", "Høyt", MONA)]));
    const review = { id: "r1", encounter: STAY.id, versions: [own.version], at: "2026-11-02T09:15:00Z" };
    await takeIn({
      at: at("one"),
      receipts,
      changed: [
        { n: 1, kind: "version", version: theirs },
        { n: 2, kind: "review", review },
      ],
    });
    expect(rooms.outbox.value.size).toBe(0);
    await takeIn({ at: at("two") });
    expect(new Set(rooms.outbox.value.keys())).toEqual(new Set(all.map(({ version }) => version)));
    expect(versionsOf(FORM.shared).every(({ received }) => received === "")).toBe(true);
    expect(versionsOf(FORM.shared).some(({ version }) => version === theirs.version)).toBe(false);
    expect(rooms.reviews.value.size).toBe(0);
  });

  it("is noticed only once", async () => {
    await takeIn({ at: at("one"), receipts: [receipt()] });
    await takeIn({ at: at("two") });
    await takeIn({ at: at("two", 5), receipts: [receipt()] });
    expect(rooms.outbox.value.size).toBe(0);
  });
});

describe("tidying", () => {
  const days = (n: number): Date => new Date(Date.parse("2026-11-02T08:03:00Z") + n * 24 * 3_600_000);
  /** The server tells of something at this time. */
  async function heard(when: Date): Promise<void> {
    const version = await fromServer({ resourceType: "TaskMark" }, [], { id: `mark-${when.getTime()}`, received: when.toISOString() });
    await takeIn({ at: at("one"), changed: [{ n: 5, kind: "version", version }] });
  }
  beforeEach(async () => {
    await takeIn({ at: at("one"), receipts: [receipt()] });
    await hold(FORM, "matters", [said("matters", "Å få sove hele natta")], "all");
    await leaveQuestion(FORM);
  });
  afterEach(() => vi.useRealTimers());

  it("lets old safe copies go after ninety days, never what stands or waits", async () => {
    await heard(days(89));
    await tidy();
    expect(versionsOf(FORM.shared)).toHaveLength(2);
    await heard(days(91));
    await tidy();
    expect(versionsOf(FORM.shared).map(({ version }) => version)).not.toContain(own.version);
    expect(versionsOf(FORM.shared)).toHaveLength(1);
  });

  it("throws nothing away because the phone's clock is a year ahead", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: days(365) });
    await tidy();
    expect(versionsOf(FORM.shared)).toHaveLength(2);
  });
});
