import "fake-indexeddb/auto";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sha256 } from "../domain/ids.ts";
import type { Receipt } from "../domain/wire.ts";
import { unsentLinks, wasSent } from "../store/answers.ts";
import { addHolder, type Holder, openDevice } from "../store/device.ts";
import { hold, leaveQuestion } from "../store/form.ts";
import { rooms } from "../store/here.ts";
import { answers, FORM, fromServer, INGRID, newPhone, said, STAY } from "../store/ingrid.ts";
import { tellHelped } from "../store/marks.ts";
import { contact, syncNow } from "./sync.ts";

interface Asked {
  path: string;
  text: string;
  headers: Headers;
}
/** A server as small as a page: follows the shapes, and answers with what the test wants next. */
let asked: Asked[];
let special: ((path: string, text: string) => Response | undefined) | undefined;
let holder: Holder;

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });
const problem = (type: string, status: number): Response => json({ type, status }, status);

/** The exact texts of `content`, cut out of the body as the server does. */
function contents(text: string): string[] {
  return text.split('"content":').slice(1).map((part) => {
    let depth = 0;
    for (let place = 0, quoted = false; place < part.length; place++) {
      const sign = part[place];
      if (sign === '"' && part[place - 1] !== "\\") quoted = !quoted;
      if (quoted) continue;
      if (sign === "{") depth++;
      if (sign === "}" && --depth === 0) return part.slice(0, place + 1);
    }
    return "";
  });
}

async function server(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  const packed = headers.get("Content-Encoding") === "gzip";
  const text = packed ? gunzipSync(Buffer.from(await (init.body as Blob).arrayBuffer())).toString() : String(init.body ?? "");
  asked.push({ path, text, headers });
  const answer = special?.(path, text);
  if (answer) return answer;
  const { put } = JSON.parse(text) as { put: { version: string }[] };
  const hashes = await Promise.all(contents(text).map(sha256));
  const receipts = put.map(({ version }, n): Receipt => ({ version, outcome: "stored", hash: hashes[n] ?? "", received: "2026-11-02T08:03:00Z" }));
  return json({ at: { [STAY.patient]: { epoch: "one", n: 1, access: "a" } }, receipts });
}

beforeEach(async () => {
  asked = [];
  special = undefined;
  vi.stubGlobal("fetch", server);
  await openDevice();
  holder = await newPhone();
});
afterEach(() => vi.unstubAllGlobals());

const write = async (words: string): Promise<void> => {
  await hold(FORM, "matters", [said("matters", words)], "all");
  await leaveQuestion(FORM);
};
const bodies = (): Asked[] => asked.filter(({ path }) => path === "/api/sync");

describe("sending", () => {
  it("sends what waits under the person's own profile, and lets go by the receipt", async () => {
    await write('Å få sove, "helt" i ro \\ æøå 🙂');
    await syncNow();
    expect(rooms.outbox.value.size).toBe(0);
    expect(bodies()[0]?.headers.get("Viktig-Profile")).toBe(holder.profile);
    expect(contact.value).toBe("quiet");
  });

  it("carries at most fifty versions in a request, and comes again until all are received", async () => {
    for (let n = 0; n < 120; n++) await tellHelped(`t${n}`, { helped: "yes" });
    await syncNow();
    expect(bodies().map(({ text }) => contents(text).length)).toEqual([50, 50, 20]);
    expect(rooms.outbox.value.size).toBe(0);
  });

  it("hands in each version after what it was written on, also when the clock went back meanwhile", async () => {
    await write("Å få sove");
    vi.useFakeTimers({ now: Date.now() - 365 * 24 * 3_600_000, toFake: ["Date"] });
    await write("Å få sove om natta");
    vi.useRealTimers();
    const [late, early] = [...rooms.versions.value.values()].sort((a, b) => (a.version < b.version ? -1 : 1));
    expect(late?.base).toEqual([early?.version]);
    await syncNow();
    const { put } = JSON.parse(bodies()[0]?.text ?? "") as { put: { version: string }[] };
    expect(put.map(({ version }) => version)).toEqual([early?.version, late?.version]);
  });

  it("packs what is long", async () => {
    await write("Å få sove. ".repeat(400));
    await syncNow();
    expect(bodies()[0]?.headers.get("Content-Encoding")).toBe("gzip");
    expect(rooms.outbox.value.size).toBe(0);
  });

  it("splits long queues before a request grows too large", async () => {
    for (let n = 0; n < 20; n++) await tellHelped(`t${n}`, { helped: "no", words: "x".repeat(60_000) });
    await syncNow();
    expect(Math.max(...bodies().map(({ text }) => text.length))).toBeLessThan(1_000_000);
    expect(rooms.outbox.value.size).toBe(0);
  });

  it("comes again at once when the server has more to tell", async () => {
    let more = 2;
    special = () => (more-- > 0 ? json({ at: { [STAY.patient]: { epoch: "one", n: 1 } }, more: true }) : undefined);
    await syncNow();
    expect(bodies()).toHaveLength(3);
  });
});

describe("a phone that came late", () => {
  it("fetches the way there, so that it knows what was sent and read before", async () => {
    const sent = await fromServer(answers([said("matters", "Å få sove", INGRID)], "completed"), [], { author: "Patient/patient-1" });
    const draft = await fromServer(answers([said("matters", "Å få sove", INGRID), said("talk", "Høyt", INGRID)]), [sent.version], {
      author: "Patient/patient-1",
    });
    special = (path) =>
      path.endsWith("/versions")
        ? json({ versions: [sent, draft] })
        : json({ at: { [STAY.patient]: { epoch: "one", n: 2, access: "a" } }, changed: [{ n: 2, kind: "version", version: draft }] });
    await syncNow();
    expect(asked.map(({ path }) => path)).toContain(`/api/documents/${FORM.shared}/versions`);
    expect(wasSent(FORM)).toBe(true);
    expect(unsentLinks(FORM)).toEqual(["talk"]);
  });

  it("asks again when something else is missing, and not for the same twice", async () => {
    const by = { author: "Patient/patient-1" };
    const told = [await fromServer(answers([said("matters", "Å få sove")]), ["00000000-0000-7000-8000-00000000000a"], by)];
    special = (path) =>
      path.endsWith("/versions")
        ? json({ versions: told })
        : json({ at: { [STAY.patient]: { epoch: "one", n: 2, access: "a" } }, changed: told.map((version) => ({ n: 2, kind: "version", version })) });
    await syncNow();
    await syncNow();
    told.push(await fromServer(answers([said("talk", "Høyt")]), ["00000000-0000-7000-8000-00000000000b"], by));
    await syncNow();
    expect(asked.filter(({ path }) => path === `/api/documents/${FORM.shared}/versions`)).toHaveLength(2);
  });
});

describe("when something is in the way", () => {
  it("keeps the queue without a network, and says so calmly", async () => {
    await write("Å få sove");
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
    await syncNow();
    expect(contact.value).toBe("offline");
    expect(rooms.outbox.value.size).toBe(1);
  });

  it("is not fooled by the sign-in page of a guest network", async () => {
    await write("Å få sove");
    special = () => new Response("<!doctype html><title>Free wifi</title>", { status: 200 });
    await syncNow();
    expect(contact.value).toBe("offline");
    expect(rooms.outbox.value.size).toBe(1);
  });

  it("sends again what was received but whose answer was lost", async () => {
    await write("Å få sove");
    const real = server;
    vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
      await real(path, init);
      throw new TypeError("cut after commit");
    });
    await syncNow();
    vi.stubGlobal("fetch", real);
    await syncNow();
    expect(contents(bodies()[0]?.text ?? "")).toEqual(contents(bodies()[1]?.text ?? ""));
    expect(rooms.outbox.value.size).toBe(0);
  });

  it("lets one version that breaks the whole request wait alone, and the others go", async () => {
    await write("Å få sove");
    await tellHelped("t1", { helped: "yes" });
    special = (path, text) => (path === "/api/sync" && text.includes("TaskMark") ? problem("unreadable", 400) : undefined);
    await syncNow();
    const left = [...rooms.outbox.value.values()];
    expect(left).toEqual([{ attempts: 1, problem: "unreadable" }]);
  });
});

describe("an expired session", () => {
  const spent = (path: string): Response | undefined => {
    const renewed = asked.some((each) => each.path === "/api/session/renew");
    if (path === "/api/session/challenge") return json({ nonce: "nonce-1" });
    if (path === "/api/session/renew") return json({});
    return renewed ? undefined : problem("session-expired", 401);
  };

  it("is renewed by the phone's own key, and nobody notices", async () => {
    const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
    await addHolder(holder, keys);
    await write("Å få sove");
    special = spent;
    await syncNow();
    const renewal = JSON.parse(asked.find(({ path }) => path === "/api/session/renew")?.text ?? "{}") as Record<string, string>;
    const signature = Buffer.from(renewal["signature"] ?? "", "base64url");
    const how = { name: "ECDSA", hash: "SHA-256" };
    expect(signature).toHaveLength(64);
    expect(await crypto.subtle.verify(how, keys.publicKey, signature, new TextEncoder().encode("nonce-1"))).toBe(true);
    expect(rooms.outbox.value.size).toBe(0);
    expect(contact.value).toBe("quiet");
  });

  it("that cannot be renewed keeps everything and asks for a new code", async () => {
    await write("Å få sove");
    special = spent;
    await syncNow();
    expect(contact.value).toBe("signed-out");
    expect(rooms.outbox.value.size).toBe(1);
  });
});
