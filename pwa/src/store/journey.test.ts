import "fake-indexeddb/auto";
import { effect } from "@preact/signals";
import { beforeEach, describe, expect, it } from "vitest";
import type { Task } from "../domain/wire.ts";
import { versionsOf } from "./documents.ts";
import { hold, leaveQuestion, send } from "./form.ts";
import { rooms } from "./here.ts";
import { FORM, newPhone, said, STAY } from "./ingrid.ts";
import { journey, tasks } from "./journey.ts";
import { jot } from "./jottings.ts";
import { askToTalk, helped, keepProgress, progress, tellHelped, wish } from "./marks.ts";
import { takeIn } from "./receive.ts";

const write = (link: string, words: string) => hold(FORM, link, [said(link, words)], "all");
const receive = () =>
  takeIn({
    at: {},
    receipts: [...rooms.versions.value.values()].map(({ version, hash }) => ({
      version,
      hash,
      outcome: "stored" as const,
      received: "2026-11-02T08:03:00Z",
    })),
  });
const read = (id: string, version: string, at: string, undone = false) =>
  takeIn({ at: {}, changed: [{ n: 1, kind: "review", review: { id, encounter: STAY.id, versions: [version], at, by: "Kari", undone } }] });
const task = (more: Partial<Task> = {}): Task => ({
  id: "t1",
  encounter: STAY.id,
  patient: STAY.patient,
  status: "in-progress",
  outcome: "planned",
  description: "Gåtrening hver dag klokka 11",
  madeAt: "2026-11-02T09:20:00Z",
  changedAt: "2026-11-02T09:20:00Z",
  ...more,
});
const sentVersion = () => versionsOf(FORM.shared).at(-1)?.version ?? "";

beforeEach(async () => {
  await newPhone();
  await write("matters", "Å kunne gå til postkassen selv");
});

describe("where an answer is", () => {
  it("is on the phone only until it is sent", async () => {
    await leaveQuestion(FORM);
    await receive();
    expect(journey(FORM, "matters")).toMatchObject({ sent: false, received: "" });
  });

  it("is received when the server said so, and not before", async () => {
    await send(FORM);
    expect(journey(FORM, "matters")).toMatchObject({ sent: true, received: "" });
    await receive();
    expect(journey(FORM, "matters")?.received).toBe("2026-11-02T08:03:00Z");
  });

  it("is read when somebody read a version with these very words", async () => {
    await send(FORM);
    await receive();
    await read("r1", sentVersion(), "2026-11-02T09:15:00Z");
    expect(journey(FORM, "matters")?.review?.by).toBe("Kari");
  });

  it("stays read when another answer is added later", async () => {
    await send(FORM);
    await receive();
    await read("r1", sentVersion(), "2026-11-02T09:15:00Z");
    await write("talk", "Snakk høyt");
    await send(FORM);
    expect(journey(FORM, "matters")?.review?.id).toBe("r1");
    expect(journey(FORM, "talk")?.review).toBeUndefined();
  });

  it("is unread again when the words themselves were changed", async () => {
    await send(FORM);
    await read("r1", sentVersion(), "2026-11-02T09:15:00Z");
    await write("matters", "Å gå til postkassen og butikken");
    await leaveQuestion(FORM);
    expect(journey(FORM, "matters")).toMatchObject({ sent: true, changed: true, review: { id: "r1" } });
    await send(FORM);
    expect(journey(FORM, "matters")?.review).toBeUndefined();
  });

  it("does not count a reading that was taken back", async () => {
    await send(FORM);
    await read("r1", sentVersion(), "2026-11-02T09:15:00Z", true);
    expect(journey(FORM, "matters")?.review).toBeUndefined();
  });

  it("has the actions that were made from it, not those of other answers or those that were called off", async () => {
    await send(FORM);
    const quote = { version: sentVersion(), linkId: "matters", text: "Å kunne gå til postkassen selv" };
    await takeIn({
      at: {},
      changed: [
        { n: 1, kind: "task", task: task({ quote }) },
        { n: 2, kind: "task", task: task({ id: "t2", quote: { ...quote, linkId: "talk" } }) },
        { n: 3, kind: "task", task: task({ id: "t3", quote, status: "cancelled" }) },
      ],
    });
    expect(journey(FORM, "matters")?.tasks.map(({ id }) => id)).toEqual(["t1"]);
    expect(tasks().map(({ id }) => id)).toEqual(["t1", "t2"]);
  });
});

describe("the small things said beside the form", () => {
  it("are one document each: saying it anew is a new version of it", async () => {
    await tellHelped("t1", { helped: "no" });
    await tellHelped("t1", { helped: "little", words: "Litt bedre", thanks: true });
    const versions = [...rooms.versions.value.values()];
    expect(new Set(versions.map(({ id }) => id)).size).toBe(1);
    expect(helped("t1")).toMatchObject({ helped: "little", thanks: true });
    expect(helped("t2")).toBeUndefined();
  });

  it("wait in the outbox from the first moment", async () => {
    await askToTalk("as-soon-as-possible");
    expect(wish.value?.held.received).toBe("");
    expect(rooms.outbox.value.has(wish.value?.held.version ?? "")).toBe(true);
  });

  it("take the words from where they were begun in the same write: at no moment they stand in both places, or in none", async () => {
    await jot("helped t1", { words: "Jonas kom hver dag" });
    const seen: string[] = [];
    const stop = effect(() => void seen.push(`${rooms.jottings.value.size} begun, said: ${helped("t1")?.words}`));
    await tellHelped("t1", { helped: "yes", words: "Jonas kom hver dag" }, "helped t1");
    stop();
    expect(seen).toEqual(["1 begun, said: undefined", "0 begun, said: Jonas kom hver dag"]);
  });

  it("keep how far a module was read", async () => {
    await keepProgress({ module: "going-home", moduleVersion: "1.0.0", language: "nb", step: 3 });
    expect(progress("going-home")?.step).toBe(3);
    expect(progress("say-what-matters")).toBeUndefined();
  });
});
