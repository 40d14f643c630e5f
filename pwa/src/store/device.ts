import { signal } from "@preact/signals";
import type { Wrong } from "../domain/clock.ts";
import type { Person } from "../domain/wire.ts";
import { letGo } from "./owed.ts";
import { LEFT, openShelf, removeShelf, type Shelf } from "./shelf.ts";

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
}
export interface Settings {
  readonly language?: string;
  readonly text?: "normal" | "large" | "largest";
  /** How far this device's clock is from the server's. */
  readonly wrong?: Wrong;
  /** Who used the app last. */
  readonly last?: string;
}
/** The key and name made before a code is redeemed, kept until that succeeded: a lost answer can be asked for again. */
export interface Newcomer {
  /** SHA-256 of the code: another code is another person. */
  readonly code: string;
  readonly profile: string;
  readonly keys: CryptoKeyPair;
}

export const people = signal<readonly Holder[]>([]);
export const settings = signal<Settings>({});

let shelf: Shelf | undefined;

export async function openDevice(): Promise<void> {
  shelf = await openShelf("viktig", ["people", "keys", "settings"]);
  const [found, own] = await Promise.all([shelf.all("people"), shelf.all("settings")]);
  people.value = [...found.values()] as Holder[];
  settings.value = (own.get("own") as Settings | undefined) ?? {};
}

export async function set(change: Settings): Promise<void> {
  settings.value = { ...settings.value, ...change };
  await shelf?.write([{ room: "settings", key: "own", body: settings.value }]);
}

export async function addHolder(holder: Holder, keys: CryptoKeyPair | null): Promise<void> {
  await shelf?.write([
    { room: "people", key: holder.profile, body: holder },
    ...(keys ? [{ room: "keys", key: holder.profile, body: keys }] : []),
    ...people.value
      .filter((other) => other.shelf === holder.shelf && other.profile !== holder.profile)
      .flatMap(({ profile: key }) => ["people", "keys"].map((room) => ({ room, key }))),
    { room: "settings", key: "newcomer" },
  ]);
  people.value = [...people.value.filter(({ shelf }) => shelf !== holder.shelf), holder];
}

export async function newcomer(code: string): Promise<Newcomer | undefined> {
  const found = (await shelf?.all("settings"))?.get("newcomer") as Newcomer | undefined;
  return found?.code === code ? found : undefined;
}

export async function keepNewcomer(body: Newcomer): Promise<void> {
  await shelf?.write([{ room: "settings", key: "newcomer", body }]);
}

export async function deviceKeys(profile: string): Promise<CryptoKeyPair | undefined> {
  return (await shelf?.all("keys"))?.get(profile) as CryptoKeyPair | undefined;
}

/** Wipes one person from the phone: the list, the key, and all that was kept for them. */
export async function forget({ profile, shelf: own }: Holder): Promise<void> {
  letGo(`viktig-${own}`);
  await removeShelf(`viktig-${own}`);
  await shelf?.write([
    { room: "people", key: profile },
    { room: "keys", key: profile },
  ]);
  people.value = people.value.filter((holder) => holder.profile !== profile);
  const tabs = new BroadcastChannel(`viktig-${own}`);
  tabs.postMessage(LEFT);
  tabs.close();
}
