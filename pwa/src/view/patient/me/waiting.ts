import { type Held, rooms, type Waiting } from "../../../store/here.ts";
import { isParked } from "../../../store/receive.ts";

export interface Unreceived {
  readonly held: Held;
  readonly how: Waiting;
}

/** What the ward has not received yet. A safe copy that a later version holds in itself is not told of twice. */
export function unreceived(): Unreceived[] {
  const waiting = [...rooms.outbox.value].sort().flatMap(([version, how]) => {
    const held = rooms.versions.value.get(version);
    return held ? [{ held, how }] : [];
  });
  const below = new Set(waiting.flatMap(({ held }) => held.base));
  return waiting.filter(({ held, how }) => isParked(how) || !below.has(held.version));
}

/** How many things the person has written here that the ward has not received: each once, however many versions it has. */
export const onlyHere = (): number => unreceived().length + rooms.drafts.value.size;
