import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { statements } from "./answers.ts";
import { random } from "./bytes.ts";
import { type Holder, isLocked, type Lock, locks, openDevice, people } from "./device.ts";
import { hold } from "./form.ts";
import { here, leave, open, rooms } from "./here.ts";
import { FORM, LONG, newPhone, said } from "./ingrid.ts";
import { fault, lockOf, removeWay, setPasskey, setPin, unlock, waiting, Wrong } from "./lock.ts";
import { sealOf, secretOf } from "./seal.ts";
import { openShelf } from "./shelf.ts";

const PIN = "kaffe84";
const WORDS = "Redd for å komme hjem";
const words = () => statements(FORM).get("worries")?.items[0]?.answer?.[0]?.valueString;

let holder: Holder;
beforeEach(async () => {
  vi.useRealTimers();
  holder = await newPhone();
  await hold(FORM, "worries", [said("worries", WORDS)], "all");
});

const restart = async (): Promise<void> => {
  leave();
  locks.value = new Map();
  people.value = [];
  await openDevice();
};

describe("a PIN", () => {
  beforeEach(() => setPin(holder, PIN, {}));

  it("opens what was written before it was set, and after", async () => {
    await restart();
    expect(isLocked(holder)).toBe(true);
    await open(holder, [], await unlock(holder, { pin: PIN }));
    expect(words()).toBe(WORDS);
  });

  it("does not mind large letters and blanks around it", async () => {
    await expect(unlock(holder, { pin: ` ${PIN.toUpperCase()} ` })).resolves.toBeDefined();
  });

  it("is needed: without it nothing opens, and no word is in memory", async () => {
    leave();
    await expect(open(holder)).rejects.toThrow("locked");
    await expect(unlock(holder, {})).rejects.toThrow(Wrong);
    expect(here.value).toBeNull();
    expect(rooms.drafts.value.size).toBe(0);
  });

  it("can be changed only by who knows it, and the old one no longer opens", async () => {
    await expect(setPin(holder, "nytt hus", { pin: "feil pin" })).rejects.toThrow(Wrong);
    await setPin(holder, "nytt hus", { pin: PIN });
    await expect(unlock(holder, { pin: PIN })).rejects.toThrow(Wrong);
    await expect(unlock(holder, { pin: "nytt hus" })).resolves.toBeDefined();
  });

  it("can be taken away again by who knows it", async () => {
    await removeWay(holder, "pin", { pin: PIN });
    await restart();
    expect(isLocked(holder)).toBe(false);
    await open(holder);
    expect(words()).toBe(WORDS);
  });
});

describe("wrong tries", () => {
  beforeEach(() => setPin(holder, PIN, {}));
  const wrong = async (times: number): Promise<void> => {
    for (let n = 0; n < times; n++) await expect(unlock(holder, { pin: "feil pin" })).rejects.toThrow(Wrong);
  };

  it("cost nothing until the fifth, then more and more, through a restart, and wipe nothing", async () => {
    await wrong(4);
    expect(waiting(lockOf(holder))).toBe(0);
    await wrong(1);
    await restart();
    const first = waiting(lockOf(holder));
    expect(first).toBeGreaterThan(0);
    await expect(unlock(holder, { pin: PIN })).rejects.toThrow(Wrong);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + first });
    await wrong(1);
    const second = waiting(lockOf(holder));
    expect(second).toBeGreaterThan(first);
    vi.setSystemTime(Date.now() + second);
    await open(holder, [], await unlock(holder, { pin: PIN }));
    expect(words()).toBe(WORDS);
    expect(lockOf(holder).tries).toBeUndefined();
  });

  it("are counted before they are tried: a page that is closed meanwhile gives none back", async () => {
    vi.spyOn(crypto.subtle, "deriveBits").mockReturnValue(new Promise(() => undefined));
    void unlock(holder, { pin: "feil pin" });
    await vi.waitFor(() => expect(lockOf(holder).tries).toBe(1), LONG);
    vi.restoreAllMocks();
    await restart();
    expect(lockOf(holder).tries).toBe(1);
  });

  it("cost no longer because the clock was set back", () => {
    expect(waiting({ tries: 5, tried: 5_000_000 }, 1_000)).toBe(30_000);
  });
});

describe("a phone without room", () => {
  beforeEach(() => setPin(holder, PIN, {}));

  it("opens to its PIN, slowly, so that what lies there can be sent", async () => {
    leave();
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    vi.useFakeTimers({ toFake: ["setTimeout"], shouldAdvanceTime: true });
    let opened = false;
    const opening = unlock(holder, { pin: PIN }).finally(() => (opened = true));
    await vi.waitFor(() => expect(lockOf(holder).tries).toBe(1), LONG);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(opened).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    await open(holder, [], await opening);
    expect(words()).toBe(WORDS);
    vi.restoreAllMocks();
  });
});

describe("another window", () => {
  it("knows at once that there is a PIN now", async () => {
    const tab = await openShelf("viktig", async (own) => sealOf(await own(() => secretOf(random(32)))));
    const found = await tab.read();
    const lock = found.get("locks")?.get(holder.shelf) as Lock;
    await tab.write([{ room: "locks", key: holder.shelf, body: { pin: lock.phone } }]);
    expect(isLocked(holder)).toBe(false);
    const channel = new BroadcastChannel("viktig");
    channel.postMessage("changed");
    await vi.waitFor(() => expect(isLocked(holder)).toBe(true), LONG);
    channel.close();
    tab.close();
  });
});

describe("a passkey", () => {
  const bits = random(32);
  const passkey = async () => bits;

  it("opens without a PIN, and beside one", async () => {
    await setPasskey(holder, "credential", passkey, {});
    expect(isLocked(holder)).toBe(true);
    await setPin(holder, PIN, { passkey });
    for (const proof of [{ passkey }, { pin: PIN }]) await expect(unlock(holder, proof)).resolves.toBeDefined();
  });

  it("of somebody else opens nothing", async () => {
    await setPasskey(holder, "credential", passkey, {});
    await expect(unlock(holder, { passkey: async () => random(32) })).rejects.toThrow(Wrong);
  });

  it("stays when the PIN is taken away", async () => {
    await setPin(holder, PIN, {});
    await setPasskey(holder, "credential", passkey, { pin: PIN });
    await removeWay(holder, "pin", { pin: PIN });
    expect(isLocked(holder)).toBe(true);
    await expect(unlock(holder, { passkey })).resolves.toBeDefined();
  });
});

it.each([
  ["12345", "short"],
  ["123456", "easy"],
  ["987654", "easy"],
  ["000000", "easy"],
  ["194258", ""],
  ["kaffe84", ""],
])("the PIN %s is %s", (pin, what) => expect(fault(pin)).toBe(what));
