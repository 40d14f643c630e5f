import { batch, signal } from "@preact/signals";
import type { Wrong } from "../domain/clock.ts";
import type { ModuleFeedback } from "../domain/wire.ts";
import type { Person, Redemption } from "../domain/wire.ts";
import { random } from "./bytes.ts";
import { letGo } from "./owed.ts";
import { endPush } from "./push.ts";
import { KEYS } from "./rows.ts";
import { type Seal, sealOf, secretOf } from "./seal.ts";
import { type Change, LEFT, openShelf, removeShelf, type Shelf, Stale } from "./shelf.ts";
import { unwrap, wrap, type Wrapped } from "./wrap.ts";

/** Whose phone it is: the person's own, one that several share, or the ward's tablet. */
export type Keeping = NonNullable<Redemption["keeps"]>;

/** One person on this phone. */
export interface Holder {
  readonly profile: string;
  /** Whose storage: the first profile this person had here. A new code gives a new profile, and the storage stays. */
  readonly shelf: string;
  readonly person: Person;
  /** The patient's first name: a helper's profile is about somebody else. */
  readonly given: string;
  readonly unit: string;
  /** The server's id of the device's key; without one an expired session needs a new code. */
  readonly device: string;
  readonly keeps?: Keeping;
}
export interface Settings {
  readonly language?: string;
  readonly text?: "normal" | "large" | "largest";
  /** How far this device's clock is from the server's. */
  readonly wrong?: Wrong;
  /** Who used the app last. */
  readonly last?: string;
  /** Whose phone it was said to be last. */
  readonly keeps?: Keeping;
  /** Hints that are not shown again. */
  readonly hidden?: readonly string[];
}
/** The key and name made before a code is redeemed, kept until that succeeded: a lost answer can be asked for again. */
export interface Newcomer {
  /** SHA-256 of the code: another code is another person. */
  readonly code: string;
  readonly profile: string;
  readonly keys: CryptoKeyPair;
}
/** The ways in to what one person has here: by this phone alone, or else by a PIN, by a passkey, or by either. */
export interface Lock {
  readonly phone?: Wrapped;
  readonly pin?: Wrapped;
  readonly passkey?: Wrapped & { readonly credential: string };
  /** Minutes out of sight before it locks. */
  readonly after?: number;
  /** Wrong tries in a row, and when the last of them was. */
  readonly tries?: number;
  readonly tried?: number;
  /** What was not received yet, by kind: told to who has forgotten the PIN. */
  readonly unsent?: Readonly<Record<string, number>>;
}
interface Rooms {
  people: Holder;
  settings: Settings | Pick<Newcomer, "code" | "profile">;
  locks: Lock;
  moduleFeedback: ModuleFeedback;
}
type Keep = { [R in keyof Rooms]: { room: R; key: string; body?: Rooms[R] } }[keyof Rooms] | { room: typeof KEYS; key: string; body?: CryptoKeyPair };

export const people = signal<readonly Holder[]>([]);
export const settings = signal<Settings>({});
/** By shelf. */
export const locks = signal<ReadonlyMap<string, Lock>>(new Map());
/** What is nobody's: see `moduleFeedback.ts`. */
export const feedbackRows = signal<ReadonlyMap<string, ModuleFeedback>>(new Map());

let shelf: Shelf | undefined;
/** A PIN that was set, or somebody who left, in one window counts in all. */
let tabs: BroadcastChannel | undefined;
let phone: CryptoKey | undefined;
let newest: Pick<Newcomer, "code" | "profile"> | undefined;
let keys: ReadonlyMap<string, unknown> = new Map();

/** The key of this phone; it never leaves the browser, and opens nothing elsewhere. */
export async function phoneKey(): Promise<CryptoKey> {
  phone ??= await secretOf(random(32));
  return phone;
}

export async function openDevice(): Promise<void> {
  const sealing = async (own: (make: () => Promise<CryptoKey>) => Promise<CryptoKey>): Promise<Seal> =>
    sealOf((phone = await own(() => secretOf(random(32)))));
  shelf = await openShelf("viktig", sealing, apart);
  tabs?.close();
  tabs = new BroadcastChannel("viktig");
  tabs.onmessage = () => void look().catch(() => undefined);
  await look();
}

/** Shape 1 kept the newcomer's keys with the rest. */
function apart({ room, key, body }: Change): Change[] {
  if (key !== "newcomer") return [{ room, key, body }];
  const { code, profile, keys } = body as Newcomer;
  return [{ room, key, body: { code, profile } }, { room: KEYS, key: profile, body: keys }];
}

let looking: Promise<void> = Promise.resolve();

/** One after the other, so that nothing old is shown after what is newer. */
export const look = (): Promise<void> => (looking = looking.catch(() => undefined).then(see));

async function see(): Promise<void> {
  if (!shelf) return;
  const found = await shelf.read();
  const all = <R extends keyof Rooms>(room: R) => (found.get(room) ?? new Map()) as ReadonlyMap<string, Rooms[R]>;
  keys = found.get(KEYS) ?? keys;
  newest = all("settings").get("newcomer") as typeof newest;
  batch(() => {
    people.value = [...all("people").values()].sort((a, b) => (a.profile < b.profile ? -1 : 1));
    settings.value = (all("settings").get("own") as Settings | undefined) ?? {};
    locks.value = all("locks");
    feedbackRows.value = all("moduleFeedback");
  });
}

/** All or nothing; thought of once more when another tab has written meanwhile. */
export async function change(make: () => readonly Keep[], tries = 10): Promise<void> {
  try {
    await shelf?.write(make());
  } catch (error) {
    if (!(error instanceof Stale) || tries === 0) throw error;
    await look();
    return change(make, tries - 1);
  }
  tabs?.postMessage("changed");
  await look();
}

export async function set(wished: Settings): Promise<void> {
  settings.value = { ...settings.value, ...wished };
  await change(() => [{ room: "settings", key: "own", body: { ...settings.value, ...wished } }]);
}

export const addHolder = (holder: Holder, own: CryptoKeyPair | null): Promise<void> =>
  change(() => [
    { room: "people", key: holder.profile, body: holder },
    ...(own ? [{ room: KEYS, key: holder.profile, body: own } as const] : []),
    ...people.value
      .filter((other) => other.shelf === holder.shelf && other.profile !== holder.profile)
      .flatMap(({ profile: key }) => [{ room: "people", key } as const, { room: KEYS, key } as const]),
    { room: "settings", key: "newcomer" },
  ]);

export async function newcomer(code: string): Promise<Newcomer | undefined> {
  const own = newest && (keys.get(newest.profile) as CryptoKeyPair | undefined);
  return newest?.code === code && own ? { ...newest, keys: own } : undefined;
}

export const keepNewcomer = ({ code, profile, keys: own }: Newcomer): Promise<void> =>
  change(() => [
    ...(newest ? [{ room: KEYS, key: newest.profile } as const] : []),
    { room: "settings", key: "newcomer", body: { code, profile } },
    { room: KEYS, key: profile, body: own },
  ]);

export const deviceKeys = async (profile: string): Promise<CryptoKeyPair | undefined> => keys.get(profile) as CryptoKeyPair | undefined;

/** Wipes one person from the phone: the list, the keys, and all that was kept for them. */
export async function forget({ profile, shelf: own }: Holder): Promise<void> {
  letGo(`viktig-${own}`);
  await removeShelf(`viktig-${own}`);
  await change(() => [
    { room: "people", key: profile },
    { room: KEYS, key: profile },
    { room: "locks", key: own },
  ]);
  const tabs = new BroadcastChannel(`viktig-${own}`);
  tabs.postMessage(LEFT);
  tabs.close();
  if (people.value.length === 0) await endPush();
}

/** What this person has here opens with a PIN or a passkey only. */
export const isLocked = ({ shelf: own }: Holder): boolean => locks.value.has(own) && !locks.value.get(own)?.phone;

/** For who is not locked; makes a data key for who is new here. */
export async function sealFor({ shelf: own }: Holder): Promise<Seal> {
  if (!shelf) await openDevice();
  const key = await phoneKey();
  if (!locks.value.has(own)) {
    const made = await wrap(random(32), key);
    await change(() => (locks.value.has(own) ? [] : [{ room: "locks", key: own, body: { phone: made } }]));
  }
  const wrapped = locks.value.get(own)?.phone;
  if (!wrapped) throw new Error("locked");
  return sealOf(await secretOf(await unwrap(wrapped, key)));
}
