import type { IDBPDatabase } from "idb";
import { type Kept, KEYS, put, ROWS, sealed, undo } from "./rows.ts";
import type { Seal } from "./seal.ts";
import { type Moved, Stale } from "./shelf.ts";

/** The rows of shape 1 that were not sealed yet. */
export async function plain(db: IDBPDatabase): Promise<Map<string, Kept[]>> {
  const stores = [...db.objectStoreNames].filter((store) => store !== ROWS && store !== KEYS);
  const rows = await Promise.all(stores.map(async (store) => [store, (await db.getAll(store)) as Kept[]] as const));
  return new Map(rows.filter(([, kept]) => kept.length > 0));
}

/** All of them or none, and the plain ones go in the same breath. */
export async function sealAll(db: IDBPDatabase, seal: Seal, before: Map<string, Kept[]>, moved: Moved): Promise<void> {
  const changes = [...before].flatMap(([room, kept]) => kept.flatMap((one) => moved({ room, ...one })));
  const rows = await sealed(seal, changes);
  const work = db.transaction([ROWS, KEYS, ...before.keys()], "readwrite", { durability: "strict" });
  try {
    for (const [store, kept] of before) {
      // Another tab was quicker, or wrote on in the old way.
      if ((await work.objectStore(store).count()) !== kept.length) throw new Stale();
      void work.objectStore(store).clear().catch(() => undefined);
    }
    for (const row of rows) put(work, row);
    await work.done;
  } catch (error) {
    await undo(work);
    throw error;
  }
}
