import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import shape1 from "../../../tests/cases/phone-shape-1.json";
import shape2 from "../../../tests/cases/phone-shape-2.json";
import { draftsOf, sentItems, statements } from "./answers.ts";
import { bytes } from "./bytes.ts";
import { deviceKeys, type Holder, isLocked, locks, newcomer, openDevice, people, sealFor, settings } from "./device.ts";
import { place } from "./form.ts";
import { lasting, leave, open, rooms } from "./here.ts";
import { FORM } from "./ingrid.ts";
import { unlock } from "./lock.ts";
import { openShelf } from "./shelf.ts";

/** Databases of phones as each released shape left them. They are never recorded anew. */
const INGRID = "viktig-ingridingrid";
const MONA = "viktig-monamonamona";
const first = shape1 as Record<string, Record<string, { key: string; body: unknown }[]>>;

async function phoneOfShape1(): Promise<CryptoKeyPair> {
  const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
  for (const [name, stores] of Object.entries(first)) {
    const all = name === "viktig" ? { ...stores, keys: [{ key: "ingridingrid", body: keys }] } : stores;
    const db = await openDB(name, 1, { upgrade: (db) => Object.keys(all).forEach((store) => db.createObjectStore(store, { keyPath: "key" })) });
    for (const [store, rows] of Object.entries(all)) {
      for (const { key, body } of rows) {
        const newcomers = key === "newcomer" ? { body: { ...(body as object), keys } } : { body };
        await db.put(store, { key, ...newcomers });
      }
    }
    db.close();
  }
  return keys;
}

async function phoneOfShape2(): Promise<void> {
  const own = await crypto.subtle.importKey("raw", bytes(shape2.own), "HKDF", false, ["deriveKey", "deriveBits"]);
  for (const name of ["viktig", INGRID, MONA] as const) {
    const db = await openDB(name, 2, {
      upgrade: (db) => {
        db.createObjectStore("rows", { keyPath: "id" });
        db.createObjectStore("keys", { keyPath: "key" });
      },
    });
    if (name === "viktig") await db.put("keys", { key: "own", body: own });
    for (const { id, sealed } of shape2[name]) await db.put("rows", { id, sealed: bytes(sealed) });
    db.close();
  }
}

const called = (profile: string): Holder => {
  const found = people.value.find((holder) => holder.profile === profile);
  if (!found) throw new Error("nobody of that name");
  return found;
};

function everythingOfIngridIsThere(): void {
  const words = new Map([...statements(FORM)].map(([link, { items }]) => [link, items[0]?.answer?.[0]?.valueString]));
  expect(words).toEqual(new Map([["talk", "Snakk høyt"], ["matters", "Å få sove"], ["worries", "Redd for å komme hjem"]]));
  expect(sentItems(FORM.shared).map(({ linkId }) => linkId).sort()).toEqual(["matters", "talk"]);
  expect(draftsOf(FORM)).toMatchObject([{ linkId: "worries", audience: "staff" }]);
  expect(place(FORM).step).toBe("worries");
  expect([rooms.outbox.value.size, rooms.reviews.value.size, rooms.stay.value.size, rooms.cursor.value.size]).toEqual([2, 1, 1, 1]);
}

beforeEach(() => {
  leave();
  vi.stubGlobal("indexedDB", new IDBFactory());
  locks.value = new Map();
});

describe("a phone of shape 1, all in plain text", () => {
  it("is sealed at the first start, with every word, setting and key, and nothing plain is left", async () => {
    const keys = await phoneOfShape1();
    await openDevice();
    await open(called("ingridingrid"));
    everythingOfIngridIsThere();
    expect(settings.value).toMatchObject({ language: "nb", last: "ingridingrid", text: "large" });
    expect((await deviceKeys("ingridingrid"))?.publicKey.algorithm).toEqual(keys.publicKey.algorithm);
    expect(await newcomer("0".repeat(64))).toMatchObject({ profile: "newcomernewcomer" });
    for (const name of ["viktig", INGRID]) {
      const db = await openDB(name);
      const plain = [...db.objectStoreNames].filter((store) => store !== "rows" && store !== "keys");
      expect(plain.length).toBeGreaterThan(0);
      for (const store of plain) expect(await db.count(store)).toBe(0);
      db.close();
    }
  });

  it("is all there at the second start, too", async () => {
    await phoneOfShape1();
    await openDevice();
    await open(called("ingridingrid"));
    leave();
    await openDevice();
    await open(called("ingridingrid"));
    everythingOfIngridIsThere();
  });

  it("keeps every word readable when there is no room to seal them, and seals them another day", async () => {
    await phoneOfShape1();
    await openDevice();
    await sealFor(called("ingridingrid"));
    const put = IDBObjectStore.prototype.put;
    let rows = 0;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
      if (++rows === 4) throw new DOMException("no room", "QuotaExceededError");
      return put.apply(this, given);
    });
    await open(called("ingridingrid"));
    everythingOfIngridIsThere();
    expect(lasting.value).toBe(false);
    vi.restoreAllMocks();
    leave();
    await open(called("ingridingrid"));
    everythingOfIngridIsThere();
    expect(lasting.value).toBe(true);
  });

  it("is sealed once when two tabs begin at the same time", async () => {
    await phoneOfShape1();
    await openDevice();
    const holder = called("ingridingrid");
    const seal = await sealFor(holder);
    const [one, other] = await Promise.all([openShelf(INGRID, async () => seal), openShelf(INGRID, async () => seal)]);
    for (const shelf of [one, other]) {
      expect(shelf.lasting).toBe(true);
      expect((await shelf.read()).get("drafts")?.size).toBe(1);
    }
  });
});

describe("a phone of shape 2", () => {
  beforeEach(phoneOfShape2);

  it("opens by itself for who has no PIN", async () => {
    await openDevice();
    expect(isLocked(called("ingridingrid"))).toBe(false);
    await open(called("ingridingrid"));
    everythingOfIngridIsThere();
  });

  it("opens with the PIN for who has one", async () => {
    await openDevice();
    const mona = called("monamonamona");
    await expect(open(mona)).rejects.toThrow("locked");
    await open(mona, [], await unlock(mona, { pin: "kaffe84" }));
    expect(statements(FORM).get("worries")?.items[0]?.answer?.[0]?.valueString).toBe("Redd for å komme hjem");
  });

  it("cannot be opened on another device, whatever PIN is known", async () => {
    const db = await openDB("viktig");
    await db.clear("keys");
    db.close();
    await openDevice();
    expect(people.value).toEqual([]);
  });
});
