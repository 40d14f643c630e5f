import { deleteDB, type IDBPDatabase, openDB } from "idb";

/** One thing to keep, or without a body one thing to remove. */
export interface Change {
  readonly room: string;
  readonly key: string;
  readonly body?: unknown;
  /** Removed only if this still lies there: another tab may have put something newer in its place. */
  readonly was?: unknown;
}

const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The one face of the device's storage: whoever wants to seal what lies there does it behind this. */
export interface Shelf {
  /** False where the browser keeps nothing (storage refused): all is gone when the page closes. */
  readonly lasting: boolean;
  all(room: string): Promise<Map<string, unknown>>;
  /** All or nothing; resolved when the device says that it has reached the disk. */
  write(changes: readonly Change[]): Promise<void>;
  close(): void;
}

/** Told to the other tabs: this person has been wiped from the phone. */
export const LEFT = "left";

interface Kept {
  key: string;
  body: unknown;
}

export async function openShelf(name: string, rooms: readonly string[]): Promise<Shelf> {
  const open = () =>
    openDB(name, 1, {
      upgrade: (db) => rooms.forEach((room) => db.createObjectStore(room, { keyPath: "key" })),
      // Another tab removes this person from the phone: do not stand in its way.
      blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    });
  try {
    return onDisk(await open(), open);
  } catch {
    return inMemory();
  }
}

export const removeShelf = (name: string): Promise<void> => deleteDB(name);

function onDisk(first: IDBPDatabase, open: () => Promise<IDBPDatabase>): Shelf {
  let db = first;
  /** Phones close the connection of a page that slept; it is opened again and the work done once more. */
  async function awake<T>(work: (db: IDBPDatabase) => Promise<T>): Promise<T> {
    try {
      return await work(db);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "InvalidStateError")) throw error;
      db = await open();
      return work(db);
    }
  }
  return {
    lasting: true,
    all: (room) =>
      awake(async (db) => new Map(((await db.getAll(room)) as Kept[]).map(({ key, body }) => [key, body]))),
    write: (changes) =>
      awake(async (db) => {
        const rooms = [...new Set(changes.map(({ room }) => room))];
        if (rooms.length === 0) return;
        const work = db.transaction(rooms, "readwrite", { durability: "strict" });
        try {
          for (const { room, key, body, was } of changes) {
            const store = work.objectStore(room);
            const remove = async () => {
              const there = was === undefined || alike(((await store.get(key)) as Kept | undefined)?.body, was);
              if (there) await store.delete(key);
            };
            void (body === undefined ? remove() : store.put({ key, body })).catch(() => undefined);
          }
          // Said here and now: the page may be gone before the browser would come to it by itself.
          if (changes.every(({ was }) => was === undefined)) work.commit();
        } catch (error) {
          work.abort();
          await work.done.catch(() => undefined);
          throw error;
        }
        await work.done;
      }),
    close: () => db.close(),
  };
}

function inMemory(): Shelf {
  const rooms = new Map<string, Map<string, unknown>>();
  return {
    lasting: false,
    all: async (room) => new Map(rooms.get(room)),
    write: async (changes) => {
      for (const { room, key, body, was } of changes) {
        const kept = rooms.get(room) ?? new Map<string, unknown>();
        rooms.set(room, kept);
        if (body !== undefined) kept.set(key, body);
        else if (was === undefined || alike(kept.get(key), was)) kept.delete(key);
      }
    },
    close: () => rooms.clear(),
  };
}
