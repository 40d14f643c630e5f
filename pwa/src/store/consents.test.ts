import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Carer } from "../domain/wire.ts";
import { carers, endSharing, type Helping, share } from "./consents.ts";
import { leave, rooms } from "./here.ts";
import { newPhone, STAY } from "./ingrid.ts";
import { takeIn } from "./receive.ts";

const PER = { name: "Per", relation: "sønn", scopes: ["answers"] as const };
const shown = () => carers.value.map(({ name, status, until, waiting }) => [name, status, until ?? "", waiting ?? false]);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-02T08:00:00Z") });
  await newPhone();
});
afterEach(() => {
  leave();
  vi.useRealTimers();
});

/** As the ward knows Per once his phone has come. */
async function known(until: string, status: Carer["status"] = "active"): Promise<void> {
  const id = [...rooms.outbox.value.keys()].map((version) => rooms.versions.value.get(version)?.id)[0] ?? "per";
  const carer: Carer = { id, encounter: STAY.id, ...PER, until, status, ground: "patient", since: "2026-11-02T08:00:00Z" };
  const receipts = [...rooms.outbox.value.keys()].map((version) => {
    const { hash = "" } = rooms.versions.value.get(version) ?? {};
    return { version, outcome: "stored" as const, hash, received: "2026-11-02T08:01:00Z" };
  });
  await takeIn({ at: {}, receipts, changed: [{ n: 1, kind: "carer", carer }] });
}

describe("somebody who helps", () => {
  it("is there at once, without a network, and waits to be known at the ward", async () => {
    await share({ ...PER, until: "" });
    expect(shown()).toEqual([["Per", "invited", "", true]]);
    await known("");
    expect(shown()).toEqual([["Per", "active", "", false]]);
  });

  it("has ended as soon as the patient says so", async () => {
    await share({ ...PER, until: "" });
    await known("");
    await endSharing(carers.value[0] as Helping);
    expect(shown()).toEqual([["Per", "ended", "", true]]);
  });

  it("has ended by itself after the last day, although nobody told this phone", async () => {
    await known("2026-11-02");
    expect(shown()).toEqual([["Per", "active", "2026-11-02", false]]);
    vi.setSystemTime(new Date("2026-11-02T22:59:00Z"));
    rooms.carers.value = new Map(rooms.carers.value);
    expect(shown()).toEqual([["Per", "active", "2026-11-02", false]]);
    vi.setSystemTime(new Date("2026-11-02T23:01:00Z")); // midnight where the unit is
    rooms.carers.value = new Map(rooms.carers.value);
    expect(shown()).toEqual([["Per", "ended", "2026-11-02", false]]);
  });
});
