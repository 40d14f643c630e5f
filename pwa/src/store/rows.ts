import type { IDBPTransaction } from "idb";
import type { Seal } from "./seal.ts";
import type { Change } from "./shelf.ts";

/** The room of keys that the browser itself never gives out; they lie there as they are. */
export const KEYS = "keys";
export const ROWS = "rows";

export interface Row {
  id: string;
  sealed: Uint8Array<ArrayBuffer>;
}
export interface Kept {
  key: string;
  body: unknown;
}
export type Work = IDBPTransaction<unknown, string[], "readwrite">;

interface Sealed extends Change {
  readonly id: string;
  readonly row?: Uint8Array<ArrayBuffer>;
}

/** Done before a transaction begins: awaiting a cipher inside one would end it. */
export const sealed = (seal: Seal, changes: readonly Change[]): Promise<Sealed[]> =>
  Promise.all(
    changes.map(async (change) => {
      const { room, key, body } = change;
      if (room === KEYS) return { ...change, id: key };
      const id = await seal.name(room, key);
      return body === undefined ? { ...change, id } : { ...change, id, row: await seal.close(id, [room, key, body]) };
    }),
  );

export function put(work: Work, { room, id, body, row }: Sealed): void {
  const store = work.objectStore(room === KEYS ? KEYS : ROWS);
  const asked = body === undefined ? store.delete(id) : store.put(row ? { id, sealed: row } : { key: id, body });
  void asked.catch(() => undefined);
}

export async function undo(work: Work): Promise<void> {
  try {
    work.abort();
  } catch {
    // It was undone already.
  }
  await work.done.catch(() => undefined);
}
