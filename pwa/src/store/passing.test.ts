import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Holder } from "./device.ts";
import { content, versionsOf } from "./documents.ts";
import { hold, leaveQuestion, send } from "./form.ts";
import { leave, open, type RoomName, rooms } from "./here.ts";
import { answers, FORM, fromServer, ingridsPhone, newPhone, said, STAY } from "./ingrid.ts";
import { takeIn } from "./receive.ts";

const CARER = { id: "per", encounter: STAY.id, name: "Per", status: "active", ground: "sheet" } as const;
const at = { [STAY.patient]: { epoch: "one", n: 3, access: "a" } };

let holder: Holder;
beforeEach(async () => {
  holder = await newPhone((profile) => ({ ...ingridsPhone(profile), keeps: "shared" }));
});
afterEach(leave);

const receipts = () =>
  [...rooms.outbox.value.keys()].map((version) => ({
    version,
    outcome: "stored" as const,
    hash: rooms.versions.value.get(version)?.hash ?? "",
    received: "2026-11-02T08:03:00Z",
  }));

/** What lies on the disk: the rooms after the page was closed, and opened without a network. */
async function kept(): Promise<RoomName[]> {
  leave();
  await open(holder);
  return (Object.keys(rooms) as RoomName[]).filter((room) => rooms[room].value.size > 0);
}

describe("a phone that others use, too", () => {
  it("keeps what is begun, and what has not been received", async () => {
    await hold(FORM, "matters", [said("matters", "Å få so")], "all");
    expect(await kept()).toEqual(["drafts", "stay"]);
    await send(FORM);
    expect(await kept()).toEqual(["versions", "outbox", "stay", "places"]);
    await takeIn({ at, receipts: receipts() });
    await hold(FORM, "home", [said("home", "Katten")], "all");
    await leaveQuestion(FORM);
    await takeIn({ at, receipts: receipts() });
    expect(await kept()).toContain("versions");
    expect(versionsOf(FORM.shared).map((held) => content(held)).some((words) => "status" in words && words.status === "in-progress")).toBe(true);
  });

  it("shows what came from the ward while the person is here, and has none of it afterwards", async () => {
    await hold(FORM, "matters", [said("matters", "Å få sove")], "all");
    await send(FORM);
    const task = { id: "t", encounter: STAY.id, status: "requested", description: "Gåtrening", madeAt: "2026-11-02T08:03:00Z" } as const;
    const version = await fromServer(answers([said("talk", "Rolig")], "completed"), [], { id: FORM.staff });
    await takeIn({
      at,
      receipts: receipts(),
      changed: [{ n: 1, kind: "task", task } as never, { n: 2, kind: "carer", carer: CARER }, { n: 3, kind: "version", version }],
    });
    expect([rooms.versions.value.size, rooms.tasks.value.size, rooms.carers.value.size]).toEqual([2, 1, 1]);
    expect(await kept()).toEqual(["stay", "places"]);
  });

  it("shows what was answered in an earlier stay while the person is here, and has none of it afterwards", async () => {
    const earlier = [{ questionnaire: FORM.questionnaire, audience: "all", received: "2026-03-02T08:00:00Z", item: [said("talk", "Rolig")] }] as const;
    await takeIn({ at, changed: [{ n: 1, kind: "stay", stay: { ...STAY, earlier } }] });
    await hold(FORM, "matters", [said("matters", "Å få sove")], "all");
    expect(rooms.stay.value.get(STAY.id)?.earlier).toEqual(earlier);
    await kept();
    expect(rooms.stay.value.get(STAY.id)).toEqual(STAY);
  });
});
