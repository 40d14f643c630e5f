import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { draftsOf, statements } from "./answers.ts";
import { versionsOf } from "./documents.ts";
import { forget, type Holder } from "./device.ts";
import { hold, keepPlace, place, send } from "./form.ts";
import { leave, open, rooms } from "./here.ts";
import { FORM, LONG, newPhone, said } from "./ingrid.ts";
import { full, letGo } from "./owed.ts";
import { park } from "./receive.ts";

const words = () => statements(FORM).get("matters")?.items[0]?.answer?.[0]?.valueString;
const write = (text: string) => hold(FORM, "matters", [said("matters", text)], "all");

/** The browser's own storage refuses every write, as on a phone without room; gives what makes room again. */
function fill(name = "QuotaExceededError"): () => void {
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("no room", name);
  });
  return () => put.mockRestore();
}

let holder: Holder;
beforeEach(async () => {
  holder = await newPhone();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("a phone without room", () => {
  it.each(["QuotaExceededError", "UnknownError"])("holds in memory what it cannot keep, and says so (%s)", async (name) => {
    await write("Å få");
    expect(full.value).toBe(false);
    fill(name);
    await write("Å få sove");
    expect(full.value).toBe(true);
    expect(words()).toBe("Å få sove");
  });

  it("keeps what it kept before", async () => {
    await write("Å få");
    const room = fill();
    await write("Å få sove");
    forgottenByThePage(holder);
    room();
    await open(holder);
    expect(words()).toBe("Å få");
  });

  it("writes by itself when there is room again", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const room = fill();
    await write("Å få sove");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(full.value).toBe(true);
    room();
    vi.advanceTimersByTime(5_000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(full.value).toBe(false), LONG);
    forgottenByThePage(holder);
    await open(holder);
    expect(words()).toBe("Å få sove");
  });

  it("brings along what it owes with the next thing it can write, the newest last", async () => {
    const room = fill();
    for (const text of ["Å", "Å få", "Å få sove"]) await write(text);
    await keepPlace(FORM, { step: "matters" });
    room();
    await write("Å få sove godt");
    expect(full.value).toBe(false);
    forgottenByThePage(holder);
    await open(holder);
    expect([words(), place(FORM).step]).toEqual(["Å få sove godt", "matters"]);
  });

  it("can send: the version waits in memory, and what it stands for is no draft any longer", async () => {
    fill();
    await write("Å få sove");
    await send(FORM);
    expect([...rooms.outbox.value.keys()]).toEqual(versionsOf(FORM.shared).map(({ version }) => version));
    expect(draftsOf(FORM)).toEqual([]);
  });

  it("does not mix up what it owes to two people", async () => {
    fill();
    await write("Å få sove");
    await newPhone();
    expect(words()).toBeUndefined();
    await open(holder);
    expect([full.value, words()]).toEqual([true, "Å få sove"]);
  });

  it("owes nothing to somebody who has been wiped from it", async () => {
    fill();
    await write("Å få sove");
    leave();
    await forget(holder);
    await open(holder);
    expect([full.value, words()]).toEqual([false, undefined]);
  });
});

it("a verb that is wrong for another reason says so", async () => {
  fill("DataCloneError");
  await expect(park("no-such-version", "not-valid")).rejects.toThrow("no room");
  expect(full.value).toBe(false);
});

/** As a page that is closed and opened anew: what lay in memory is gone. */
function forgottenByThePage({ shelf }: Holder): void {
  leave();
  letGo(`viktig-${shelf}`);
}
