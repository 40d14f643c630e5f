import type { Kept } from "./rows.ts";
import type { Change, Moved, Shelf } from "./shelf.ts";

/** Where the browser keeps nothing; `before` is what could be read and not be sealed. */
export function inMemory(before: ReadonlyMap<string, Kept[]> = new Map(), moved: Moved = (one: Change) => [one]): Shelf {
  const rooms = new Map<string, Map<string, unknown>>();
  const shelf: Shelf = {
    lasting: false,
    damaged: 0,
    read: async () => new Map([...rooms].map(([room, kept]) => [room, new Map(kept)])),
    write: async (changes) => {
      for (const { room, key, body } of changes) {
        const kept = rooms.get(room) ?? new Map<string, unknown>();
        rooms.set(room, kept);
        if (body === undefined) kept.delete(key);
        else kept.set(key, body);
      }
    },
    close: () => rooms.clear(),
  };
  void shelf.write([...before].flatMap(([room, kept]) => kept.flatMap((one) => moved({ room, ...one }))));
  return shelf;
}
