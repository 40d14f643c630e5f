import { inTurn, keep, rooms } from "./here.ts";

/** Words of somebody's own that are no answer and no entry of the list, until they are said: kept as they are written. */
export const jotted = (about: string): string => rooms.jottings.value.get(about)?.words ?? "";

export const jot = (about: string, words: string): Promise<void> =>
  inTurn(() => keep([{ room: "jottings", key: about, ...(words && { body: { words } }) }]));
