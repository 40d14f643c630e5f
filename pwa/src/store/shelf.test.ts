import "fake-indexeddb/auto";
import { openDB } from "idb";
import { describe, expect, it, vi } from "vitest";
import { random } from "./bytes.ts";
import { sealOf, secretOf } from "./seal.ts";
import { openShelf, removeShelf, type Shelf, Stale } from "./shelf.ts";

const seal = await sealOf(await secretOf(random(32)));
const opened = (name: string): Promise<Shelf> => openShelf(name, async () => seal);
const all = async (shelf: Shelf, room: string) => (await shelf.read()).get(room) ?? new Map();

/** All that lies on the disk under a name, as text. */
async function disk(name: string): Promise<string> {
  const db = await openDB(name);
  const stores = await Promise.all([...db.objectStoreNames].map((store) => db.getAll(store) as Promise<object[]>));
  db.close();
  return stores
    .flat()
    .flatMap((row) => Object.values(row))
    .map((value) => (value instanceof Uint8Array ? new TextDecoder("latin1").decode(value) : JSON.stringify(value)))
    .join("\n");
}

describe("the phone's storage", () => {
  it("has what was written after the phone was switched off", async () => {
    const before = await opened("viktig-restart");
    await before.write([
      { room: "versions", key: "a", body: { text: "Å få sove" } },
      { room: "outbox", key: "a", body: { attempts: 0 } },
    ]);
    before.close();
    const after = await opened("viktig-restart");
    expect(await all(after, "versions")).toEqual(new Map([["a", { text: "Å få sove" }]]));
    expect(await all(after, "outbox")).toEqual(new Map([["a", { attempts: 0 }]]));
  });

  it("writes all or nothing", async () => {
    const shelf = await opened("viktig-torn");
    const torn = shelf.write([
      { room: "versions", key: "a", body: { text: "Å få sove" } },
      { room: "outbox", key: "a", body: { n: 1n } },
    ]);
    await expect(torn).rejects.toThrow();
    expect(await all(shelf, "versions")).toEqual(new Map());
  });

  it("asks for strict durability: saved means on the disk", async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, "transaction");
    const shelf = await opened("viktig-strict");
    await shelf.write([{ room: "versions", key: "a", body: 1 }]);
    expect(asked).toHaveBeenCalledWith(["rows", "keys"], "readwrite", { durability: "strict" });
  });

  it("opens the connection again when the phone closed it behind a sleeping page", async () => {
    const shelf = await opened("viktig-slept");
    shelf.close();
    await shelf.write([{ room: "versions", key: "a", body: 1 }]);
    expect((await all(shelf, "versions")).size).toBe(1);
  });

  it("says that nothing lasts where the browser refuses storage, and still works", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("refused", "SecurityError");
    });
    const shelf = await opened("viktig-refused");
    expect(shelf.lasting).toBe(false);
    await shelf.write([{ room: "versions", key: "a", body: 1 }]);
    expect((await all(shelf, "versions")).get("a")).toBe(1);
  });

  it("is gone when a person is wiped from the phone, also while another tab has it open", async () => {
    const shelf = await opened("viktig-wiped");
    await shelf.write([{ room: "versions", key: "a", body: 1 }]);
    await removeShelf("viktig-wiped");
    const after = await opened("viktig-wiped");
    expect((await all(after, "versions")).size).toBe(0);
  });

  it("holds no word in plain text, and no name of a room or a question", async () => {
    const shelf = await opened("viktig-sealed");
    await shelf.write([{ room: "drafts", key: "form/worries", body: { text: "Redd for å dø" } }]);
    shelf.close();
    const there = await disk("viktig-sealed");
    expect(there.length).toBeGreaterThan(40);
    for (const word of ["Redd", "drafts", "worries", "form", "text"]) expect(there).not.toContain(word);
  });

  it("seals the same words anew each time", async () => {
    const shelf = await opened("viktig-anew");
    await shelf.write([{ room: "drafts", key: "a", body: "Å få sove" }]);
    const before = await disk("viktig-anew");
    await shelf.write([{ room: "drafts", key: "a", body: "Å få sove" }]);
    expect(await disk("viktig-anew")).not.toBe(before);
  });

  it("does not take one row for another: a row under another's name cannot be opened", async () => {
    const shelf = await opened("viktig-swapped");
    await shelf.write([{ room: "drafts", key: "a", body: "Ja" }, { room: "drafts", key: "b", body: "Nei" }]);
    const db = await openDB("viktig-swapped");
    const [one, other] = (await db.getAll("rows")) as [{ id: string; sealed: Uint8Array }, { id: string; sealed: Uint8Array }];
    await db.put("rows", { id: one.id, sealed: other.sealed });
    db.close();
    expect((await all(shelf, "drafts")).size).toBe(1);
    expect(shelf.damaged).toBe(1);
  });

  it("reads the rest when one row is damaged, and can write that row anew", async () => {
    const shelf = await opened("viktig-damaged");
    await shelf.write([{ room: "drafts", key: "a", body: "Ja" }, { room: "drafts", key: "b", body: "Nei" }]);
    const db = await openDB("viktig-damaged");
    await db.put("rows", { id: await seal.name("drafts", "a"), sealed: random(40) });
    db.close();
    expect(await all(shelf, "drafts")).toEqual(new Map([["b", "Nei"]]));
    await shelf.write([{ room: "drafts", key: "a", body: "Ja igjen" }]);
    expect((await all(shelf, "drafts")).get("a")).toBe("Ja igjen");
  });
});

describe("two tabs", () => {
  it("never write over what the other has written since", async () => {
    const [one, other] = [await opened("viktig-tabs"), await opened("viktig-tabs")];
    await one.write([{ room: "drafts", key: "a", body: "Å få sove" }]);
    await expect(other.write([{ room: "drafts", key: "a", body: "Hjem" }])).rejects.toThrow(Stale);
    expect((await all(other, "drafts")).get("a")).toBe("Å få sove");
    await other.write([{ room: "drafts", key: "a", body: "Å få sove, hjem" }]);
    await expect(one.write([{ room: "drafts", key: "a" }])).rejects.toThrow(Stale);
    expect((await all(one, "drafts")).get("a")).toBe("Å få sove, hjem");
  });

  it("notice also what was taken away and written anew", async () => {
    const [one, other] = [await opened("viktig-anew-tabs"), await opened("viktig-anew-tabs")];
    await one.write([{ room: "drafts", key: "a", body: "Å få sove" }]);
    await other.read();
    await one.write([{ room: "drafts", key: "a" }]);
    await one.write([{ room: "drafts", key: "a", body: "Hjem" }]);
    await expect(other.write([{ room: "drafts", key: "a", body: "Noe annet" }])).rejects.toThrow(Stale);
  });

  it("write all or nothing also then", async () => {
    const [one, other] = [await opened("viktig-whole"), await opened("viktig-whole")];
    await one.write([{ room: "drafts", key: "a", body: "Å få sove" }]);
    const late = other.write([{ room: "versions", key: "b", body: "Hjem" }, { room: "drafts", key: "a" }]);
    await expect(late).rejects.toThrow(Stale);
    expect((await all(other, "versions")).size).toBe(0);
  });
});
