import { utf8 } from "./bytes.ts";
import { change, type Holder, type Lock, locks, phoneKey } from "./device.ts";
import { isRefusal } from "./owed.ts";
import { type Seal, sealOf, secretOf } from "./seal.ts";
import { type More, unwrap, wrap } from "./wrap.ts";

/** Shortest PIN, in digits or letters. */
export const SHORTEST = 6;
/** OWASP's figure for PBKDF2 with SHA-256. */
const ROUNDS = 600_000;
/** Seconds to wait after so many wrong tries in a row; the last one counts for all that follow. */
const WAITS = [0, 0, 0, 0, 0, 30, 60, 120, 300, 900, 1800];

/** Milliseconds that a try takes which the phone has no room to count. */
const UNCOUNTED = 10_000;

/** Not the PIN, or not the passkey, that this was locked with. */
export class Wrong extends Error {}

/** How the person shows that it is they: with a PIN, with a passkey's bits, or (where nothing is locked) not at all. */
export interface Proof {
  readonly pin?: string;
  readonly passkey?: More;
}

const written = (pin: string): string => pin.normalize("NFKC").trim().toLowerCase();

const bitsOf = (pin: string): More => async (salt) => {
  const base = await crypto.subtle.importKey("raw", utf8(written(pin)), "PBKDF2", false, ["deriveBits"]);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS }, base, 256));
};

/** What is wrong with a PIN that somebody wants. */
export function fault(pin: string): "" | "short" | "easy" {
  const signs = [...written(pin)];
  if (signs.length < SHORTEST) return "short";
  const steps = new Set(signs.slice(1).map((sign, at) => (sign.codePointAt(0) ?? 0) - (signs[at]?.codePointAt(0) ?? 0)));
  const [step = 9] = steps;
  return steps.size === 1 && Math.abs(step) <= 1 ? "easy" : "";
}

export const lockOf = (holder: Holder): Lock => locks.value.get(holder.shelf) ?? {};

/** Milliseconds until the next try; a clock that was set back does not make it longer than it was. */
export function waiting({ tries = 0, tried = 0 }: Lock, now = Date.now()): number {
  const wait = (WAITS[Math.min(tries, WAITS.length - 1)] ?? 0) * 1000;
  return Math.max(0, Math.min(wait, tried + wait - now));
}

const alter = ({ shelf }: Holder, to: (lock: Lock) => Lock): Promise<void> =>
  change(() => {
    const lock = locks.value.get(shelf);
    return lock ? [{ room: "locks", key: shelf, body: to(lock) }] : [];
  });

/**
 * Keeps the count of tries. A phone without room opens all the same, or nobody could send or rescue what lies there;
 * but each try takes its time, since a page that is opened anew has forgotten it.
 */
async function count(holder: Holder, to: (lock: Lock) => Lock, slowly = 0): Promise<void> {
  try {
    await alter(holder, to);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    locks.value = new Map(locks.value).set(holder.shelf, to(lockOf(holder)));
    await new Promise((go) => setTimeout(go, slowly));
  }
}

/** The person's data key. A wrong PIN is counted before it is tried: closing the page does not give it back. */
async function rawKey(holder: Holder, { pin, passkey }: Proof): Promise<Uint8Array<ArrayBuffer>> {
  const phone = await phoneKey();
  const lock = lockOf(holder);
  try {
    if (lock.phone) return await unwrap(lock.phone, phone);
    if (lock.passkey && passkey) return await unwrap(lock.passkey, phone, passkey);
    if (!lock.pin || pin === undefined || waiting(lock) > 0) throw new Wrong();
    await count(holder, (now) => ({ ...now, tries: (now.tries ?? 0) + 1, tried: Date.now() }), UNCOUNTED);
    const raw = await unwrap(lock.pin, phone, bitsOf(pin));
    await count(holder, ({ tries: _tries, tried: _tried, ...rest }) => rest);
    return raw;
  } catch (error) {
    // The cipher says only that it could not be opened.
    if (error instanceof Error && error.name === "OperationError") throw new Wrong();
    throw error;
  }
}

/** Opens what the person has here. Rejects with Wrong. */
export const unlock = async (holder: Holder, proof: Proof): Promise<Seal> => sealOf(await secretOf(await rawKey(holder, proof)));

export async function setPin(holder: Holder, pin: string, proof: Proof): Promise<void> {
  const wrapped = await wrap(await rawKey(holder, proof), await phoneKey(), bitsOf(pin));
  await alter(holder, ({ phone: _gone, ...rest }) => ({ ...rest, pin: wrapped }));
}

export async function setPasskey(holder: Holder, credential: string, passkey: More, proof: Proof): Promise<void> {
  const wrapped = await wrap(await rawKey(holder, proof), await phoneKey(), passkey);
  await alter(holder, ({ phone: _gone, ...rest }) => ({ ...rest, passkey: { ...wrapped, credential } }));
}

/** When the last way in is taken away, this phone alone opens it again. */
export async function removeWay(holder: Holder, way: "pin" | "passkey", proof: Proof): Promise<void> {
  const wrapped = await wrap(await rawKey(holder, proof), await phoneKey());
  await alter(holder, (lock) => {
    const { pin, passkey, ...rest } = lock;
    const left = way === "pin" ? passkey && { passkey } : pin && { pin };
    return { ...rest, ...(left ?? { phone: wrapped }) };
  });
}

export const lockAfter = (holder: Holder, minutes: number): Promise<void> => alter(holder, (lock) => ({ ...lock, after: minutes }));

export const tellUnsent = (holder: Holder, unsent: Readonly<Record<string, number>>): Promise<void> =>
  alter(holder, (lock) => ({ ...lock, unsent }));
