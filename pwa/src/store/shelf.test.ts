import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import { openShelf, removeShelf } from "./shelf.ts";

const ROOMS = ["versions", "outbox"];

describe("the phone's storage", () => {
  it("has what was written after the phone was switched off", async () => {
    const before = await openShelf("viktig-restart", ROOMS);
    await before.write([
      { room: "versions", key: "a", body: { text: "Å få sove" } },
      { room: "outbox", key: "a", body: { attempts: 0 } },
    ]);
    before.close();
    const after = await openShelf("viktig-restart", ROOMS);
    expect(await after.all("versions")).toEqual(new Map([["a", { text: "Å få sove" }]]));
    expect(await after.all("outbox")).toEqual(new Map([["a", { attempts: 0 }]]));
  });

  it("writes all or nothing", async () => {
    const shelf = await openShelf("viktig-torn", ROOMS);
    const torn = shelf.write([
      { room: "versions", key: "a", body: { text: "Å få sove" } },
      { room: "outbox", key: "a", body: () => "cannot be kept" },
    ]);
    await expect(torn).rejects.toThrow();
    expect(await shelf.all("versions")).toEqual(new Map());
  });

  it("asks for strict durability: saved means on the disk", async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, "transaction");
    const shelf = await openShelf("viktig-strict", ROOMS);
    await shelf.write([{ room: "versions", key: "a", body: 1 }]);
    expect(asked).toHaveBeenCalledWith(["versions"], "readwrite", { durability: "strict" });
  });

  it("opens the connection again when the phone closed it behind a sleeping page", async () => {
    const shelf = await openShelf("viktig-slept", ROOMS);
    shelf.close();
    await shelf.write([{ room: "versions", key: "a", body: 1 }]);
    expect((await shelf.all("versions")).size).toBe(1);
  });

  it("says that nothing lasts where the browser refuses storage, and still works", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("refused", "SecurityError");
    });
    const shelf = await openShelf("viktig-refused", ROOMS);
    expect(shelf.lasting).toBe(false);
    await shelf.write([{ room: "versions", key: "a", body: 1 }]);
    expect((await shelf.all("versions")).get("a")).toBe(1);
  });

  it("is gone when a person is wiped from the phone, also while another tab has it open", async () => {
    const shelf = await openShelf("viktig-wiped", ROOMS);
    await shelf.write([{ room: "versions", key: "a", body: 1 }]);
    await removeShelf("viktig-wiped");
    const after = await openShelf("viktig-wiped", ROOMS);
    expect((await after.all("versions")).size).toBe(0);
  });
});
