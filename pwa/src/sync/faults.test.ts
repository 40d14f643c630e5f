import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setClock } from "../domain/clock.ts";
import { type Holder, openDevice } from "../store/device.ts";
import { hold, leaveQuestion } from "../store/form.ts";
import { open, rooms } from "../store/here.ts";
import { FORM, monasPhone, newPhone, said, STAY } from "../store/ingrid.ts";
import { tellHelped } from "../store/marks.ts";
import { askOnceMore } from "../store/receive.ts";
import { contact, syncNow } from "./sync.ts";

interface Asked {
  text: string;
  profile: string | null;
  put: { version: string }[];
}
let asked: Asked[];
/** What the server does with the next requests, when it is not well. */
let special: ((text: string) => Response | undefined) | undefined;
let holder: Holder;

const json = (body: unknown, status = 200, headers = {}): Response => new Response(JSON.stringify(body), { status, headers });
const problem = (type: string, status: number): Response => json({ type, status }, status);
const hashOf = (version: string): string => known.get(version) ?? "";
const known = new Map<string, string>();

async function server(_path: string, init: RequestInit): Promise<Response> {
  const text = String(init.body);
  const { put } = JSON.parse(text) as { put: { version: string }[] };
  for (const [version, { hash }] of rooms.versions.value) known.set(version, hash);
  asked.push({ text, put, profile: new Headers(init.headers).get("Viktig-Profile") });
  return special?.(text) ?? answered(put, "stored", "all");
}

function answered(put: Asked["put"], outcome: "stored" | "refused", access: string): Response {
  const receipts = put.map(({ version }) => ({ version, outcome, hash: hashOf(version), problem: "not-allowed", received: "2026-11-02T08:03:00Z" }));
  return json({ at: { [STAY.patient]: { epoch: "one", n: 1, access } }, receipts });
}

beforeEach(async () => {
  asked = [];
  special = undefined;
  vi.stubGlobal("fetch", server);
  vi.stubGlobal("CompressionStream", undefined);
  await openDevice();
  holder = await newPhone();
});
afterEach(() => vi.unstubAllGlobals());

const write = async (words: string): Promise<void> => {
  await hold(FORM, "matters", [said("matters", words)], "all");
  await leaveQuestion(FORM);
};
const waiting = () => [...rooms.outbox.value.values()];

describe("a version that the server stumbles over", () => {
  it("holds up no other, and is parked with its reason after some tries", async () => {
    for (let n = 0; n < 20; n++) await tellHelped(`t${n}-`, { helped: "yes" });
    special = (text) => (text.includes("t7-") ? problem("unexpected", 500) : undefined);
    await syncNow();
    expect(waiting()).toEqual([{ attempts: 1 }]);
    expect(contact.value).toBe("trouble");
    for (let n = 0; n < 4; n++) await syncNow();
    expect(waiting()).toEqual([{ attempts: 5, problem: "unexpected" }]);
    special = undefined;
    await askOnceMore();
    await syncNow();
    expect(waiting()).toEqual([]);
  });

  it("is not blamed when the server has trouble with everything", async () => {
    for (let n = 0; n < 3; n++) await tellHelped(`t${n}`, { helped: "yes" });
    special = () => problem("unexpected", 500);
    for (let n = 0; n < 6; n++) await syncNow();
    expect(waiting()).toEqual([{ attempts: 0 }, { attempts: 0 }, { attempts: 0 }]);
    expect(asked.length).toBeLessThan(30);
  });
});

describe("two people on one phone", () => {
  it("send each their own only, also when the phone is handed over in the middle", async () => {
    await write("Ingrids ord");
    const [ingrids] = rooms.versions.value.keys();
    let mona: Holder | undefined;
    vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
      const answer = await server(path, init);
      mona ??= await newPhone(monasPhone);
      return answer;
    });
    await syncNow();
    await syncNow();
    expect([...rooms.versions.value.keys()]).toEqual([]);
    await open(holder);
    expect(waiting()).toHaveLength(1);
    await syncNow();
    expect(waiting()).toEqual([]);
    const carriers = asked.filter(({ put }) => put.length > 0);
    expect(carriers.map(({ profile }) => profile)).toEqual([holder.profile, holder.profile]);
    expect(carriers.flatMap(({ put }) => put.map(({ version }) => version))).toEqual([ingrids, ingrids]);
  });
});

describe("a refusal that comes when the phone was handed over", () => {
  it("parks nothing with the next person", async () => {
    await write("Ingrids ord");
    let mona: Holder | undefined;
    vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
      const { put } = JSON.parse(String(init.body)) as { put: unknown[] };
      if (put.length === 0) return server(path, init);
      mona ??= await newPhone(monasPhone);
      return problem("unreadable", 400);
    });
    await syncNow();
    expect(waiting()).toEqual([]);
    await open(holder);
    expect(waiting()).toEqual([{ attempts: 0 }]);
  });
});

describe("words on their way to the shelf", () => {
  it("are kept with whoever wrote them, also when the phone is handed over at once", async () => {
    const kept = hold(FORM, "matters", [said("matters", "Ingrids siste ord")], "all");
    await newPhone(monasPhone);
    await kept;
    expect(rooms.drafts.value.size).toBe(0);
    await open(holder);
    expect([...rooms.drafts.value.values()].map(({ items }) => items[0]?.answer?.[0]?.valueString)).toEqual(["Ingrids siste ord"]);
  });
});

describe("access that was taken away", () => {
  const withAccess = (access: string, outcome: "stored" | "refused"): typeof special => (text) =>
    answered((JSON.parse(text) as { put: Asked["put"] }).put, outcome, access);

  it("parks what is written meanwhile, and it goes by itself when it is given again", async () => {
    await syncNow();
    special = withAccess("none", "refused");
    await syncNow();
    await write("Skrevet uten tilgang");
    await syncNow();
    expect(waiting()).toEqual([{ attempts: 1, problem: "not-allowed" }]);
    await syncNow();
    expect(waiting()).toEqual([{ attempts: 1, problem: "not-allowed" }]);
    special = withAccess("all", "stored");
    await syncNow();
    await syncNow();
    expect(waiting()).toEqual([]);
    expect([...rooms.versions.value.values()]).toHaveLength(1);
  });
});

describe("a phone's clock", () => {
  const A_YEAR = 365 * 24 * 3_600_000;
  afterEach(() => setClock());

  it.each([A_YEAR, -A_YEAR])("that is wrong by a year is set right by the server's answer (%d)", async (by) => {
    const right = Date.now() - by;
    special = () => json({ at: {} }, 200, { Date: new Date(right).toUTCString() });
    await syncNow();
    await write("Å få sove");
    const [held] = rooms.versions.value.values();
    expect(Math.abs(Date.parse(held?.recorded ?? "") - right)).toBeLessThan(60_000);
  });
});
