import { deleteDB, type IDBPDatabase, openDB } from "idb";
import { inMemory } from "./memory.ts";
import { type Kept, KEYS, put, type Row, ROWS, sealed, undo } from "./rows.ts";
import { ivOf, type Seal } from "./seal.ts";
import { plain, sealAll } from "./shape1.ts";

/** One thing to keep, or without a body one thing to remove. */
export interface Change {
  readonly room: string;
  readonly key: string;
  readonly body?: unknown;
}
export type Found = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/** The one face of the device's storage. What lies there is sealed. */
export interface Shelf {
  /** False where the browser keeps nothing (storage refused): all is gone when the page closes. */
  readonly lasting: boolean;
  /** Rows that cannot be opened any more; they are left as they are. */
  readonly damaged: number;
  /** Room, key, body. */
  read(): Promise<Found>;
  /** All or nothing; resolved when the device says that it has reached the disk. Rejects with Stale. */
  write(changes: readonly Change[]): Promise<void>;
  close(): void;
}

/** Another tab has written one of these rows since this one read it: read again, and think again. */
export class Stale extends Error {}

/** Told to the other tabs: this person has been wiped from the phone. */
export const LEFT = "left";
const SHAPE = 2;

/** A row that could not be opened has its iv alone. */
type Known = Map<string, { iv: string; room?: string; key?: string; body?: unknown }>;

/** What becomes of a row that shape 1 kept in plain text. */
export type Moved = (before: Change) => Change[];
/** A key of this shelf's own, made when there is none yet. */
export type OwnKey = (make: () => Promise<CryptoKey>) => Promise<CryptoKey>;

/** Shape 1 held plain rows, a store for each room; `moved` says what becomes of one. */
export async function openShelf(
  name: string,
  sealing: (own: OwnKey) => Promise<Seal>,
  moved: Moved = (before) => [before],
): Promise<Shelf> {
  const open = () =>
    openDB(name, SHAPE, {
      upgrade: (db) => {
        db.createObjectStore(ROWS, { keyPath: "id" });
        if (!db.objectStoreNames.contains(KEYS)) db.createObjectStore(KEYS, { keyPath: "key" });
      },
      // Another tab removes this person from the phone: do not stand in its way.
      blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    });
  let db: IDBPDatabase;
  try {
    db = await open();
  } catch {
    return inMemory();
  }
  const before = await plain(db);
  try {
    const seal = await sealing((make) => ownKey(db, make));
    if (before.size > 0) await sealAll(db, seal, before, moved);
    return onDisk(db, open, seal);
  } catch (error) {
    // Another tab was quicker.
    db.close();
    if (error instanceof Stale) return openShelf(name, sealing, moved);
    // No room for a key or for the sealed rows: the plain ones stay where they are, and can be read and sent.
    return inMemory(before, moved);
  }
}

export const removeShelf = (name: string): Promise<void> => deleteDB(name);

async function ownKey(db: IDBPDatabase, make: () => Promise<CryptoKey>): Promise<CryptoKey> {
  const mine = "own";
  const there = (await db.get(KEYS, mine)) as Kept | undefined;
  if (there) return there.body as CryptoKey;
  const made = await make();
  const work = db.transaction(KEYS, "readwrite", { durability: "strict" });
  const meanwhile = (await work.store.get(mine)) as Kept | undefined;
  if (!meanwhile) await work.store.put({ key: mine, body: made });
  await work.done;
  return (meanwhile?.body as CryptoKey | undefined) ?? made;
}

function onDisk(first: IDBPDatabase, open: () => Promise<IDBPDatabase>, seal: Seal): Shelf {
  let db = first;
  let known: Known = new Map();
  let damaged = 0;
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
  async function opened({ id, sealed }: Row): Promise<Known> {
    const [iv, before] = [ivOf(sealed), known.get(id)];
    if (before?.iv === iv) return new Map([[id, before]]);
    try {
      const [room, key, body] = (await seal.open(id, sealed)) as [string, string, unknown];
      return new Map([[id, { iv, room, key, body }]]);
    } catch {
      return new Map([[id, { iv }]]);
    }
  }
  return {
    lasting: true,
    get damaged() {
      return damaged;
    },
    async read() {
      const [rows, keys] = await awake((db) => Promise.all([db.getAll(ROWS) as Promise<Row[]>, db.getAll(KEYS) as Promise<Kept[]>]));
      known = new Map((await Promise.all(rows.map(opened))).flatMap((one) => [...one]));
      damaged = 0;
      const found = new Map<string, Map<string, unknown>>([[KEYS, new Map(keys.map(({ key, body }) => [key, body]))]]);
      for (const { room, key, body } of known.values()) {
        if (room === undefined || key === undefined) damaged++;
        else found.set(room, (found.get(room) ?? new Map()).set(key, body));
      }
      return found;
    },
    async write(changes) {
      if (changes.length === 0) return;
      const rows = await sealed(seal, changes);
      await awake(async (db) => {
        const work = db.transaction([ROWS, KEYS], "readwrite", { durability: "strict" });
        try {
          const own = [...new Set(rows.filter(({ room }) => room !== KEYS).map(({ id }) => id))];
          const there = await Promise.all(own.map((id) => work.objectStore(ROWS).get(id) as Promise<Row | undefined>));
          if (own.some((id, at) => known.get(id)?.iv !== (there[at] && ivOf(there[at].sealed)))) throw new Stale();
          for (const row of rows) put(work, row);
          // Said here and now: the page may be gone before the browser would come to it by itself.
          work.commit();
          await work.done;
        } catch (error) {
          await undo(work);
          throw error;
        }
      });
      for (const { id, room, key, body, row } of rows) {
        if (row) known.set(id, { iv: ivOf(row), room, key, body });
        else known.delete(id);
      }
    },
    close: () => db.close(),
  };
}

