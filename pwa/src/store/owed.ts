import { signal } from "@preact/signals";
import { type Change, type Found, type Shelf, Stale } from "./shelf.ts";

/** True while something of the person who is here lies in memory only: the phone has no room for it. */
export const full = signal(false);

/** What browsers say when the disk takes no more, or has gone away. */
const REFUSED: ReadonlySet<string> = new Set(["QuotaExceededError", "UnknownError", "InvalidStateError"]);
export const isRefusal = (error: unknown): boolean => error instanceof Error && REFUSED.has(error.name);
const LOOK_AGAIN = 5_000;

/** By the name of the shelf: who locks the phone and comes back finds it again, as long as the page is open. */
const owed = new Map<string, Change[]>();

/** The person is wiped from the phone. */
export const letGo = (name: string): void => void owed.delete(name);

/**
 * The same shelf, but what the disk refuses stays in memory, is read as if it lay there, and is written by itself when
 * there is room again: who has a full phone can go on, send, and take a rescue copy.
 */
export function withRoom(name: string, shelf: Shelf, onWritten: () => void): Shelf {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = 0;
  let open = true;
  let last: Promise<void> = Promise.resolve();

  async function attempt(changes: readonly Change[]): Promise<void> {
    const before = owed.get(name) ?? [];
    try {
      await shelf.write([...before, ...changes]);
      owed.delete(name);
      if (open) full.value = false;
      if (before.length > 0) onWritten();
    } catch (error) {
      if (error instanceof Stale && changes.length === 0) {
        await shelf.read();
        return attempt([]);
      }
      if (!isRefusal(error)) throw error;
      owed.set(name, newest([...before, ...changes]));
      if (!open) return;
      full.value = true;
      clearTimeout(timer);
      timer = setTimeout(() => void write([]), LOOK_AGAIN);
    }
  }

  /** One after the other, so that nothing old is written over what is newer; at once when nothing is under way. */
  function write(changes: readonly Change[]): Promise<void> {
    const mine = running === 0 ? attempt(changes) : last.then(() => attempt(changes));
    running++;
    last = mine.catch(() => undefined).finally(() => running--);
    return mine;
  }

  const again = (): void => {
    if (open && owed.has(name) && document.visibilityState === "visible") void write([]);
  };
  // Whoever makes room leaves the app for that, and comes back.
  document.addEventListener("visibilitychange", again);
  full.value = owed.has(name);
  again();
  return {
    lasting: shelf.lasting,
    get damaged() {
      return shelf.damaged;
    },
    read: async () => (owed.get(name) ?? []).reduce(laid, await shelf.read()),
    write,
    close: () => {
      open = full.value = false;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", again);
      shelf.close();
    },
  };
}

/** Of several changes of one thing the last counts. */
const newest = (changes: readonly Change[]): Change[] =>
  changes.filter(({ room, key }, place) => !changes.slice(place + 1).some((later) => later.room === room && later.key === key));

function laid(there: Found, { room, key, body }: Change): Found {
  const kept = new Map(there.get(room));
  if (body === undefined) kept.delete(key);
  else kept.set(key, body);
  return new Map(there).set(room, kept);
}
