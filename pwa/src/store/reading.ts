import { computed } from "@preact/signals";
import { inTurn, keep, rooms } from "./here.ts";

const KEY = "reading";

/** Whether the person reads in short sentences where there is such a text. */
export const readsEasily = computed(() => rooms.places.value.get(KEY)?.easy === true);

export const readEasily = (easy: boolean): Promise<void> => inTurn(() => keep([{ room: "places", key: KEY, body: { step: "", easy } }]));
