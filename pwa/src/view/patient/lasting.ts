import { computed, signal } from "@preact/signals";
import { lasting } from "../../store/here.ts";
import { full } from "../../store/owed.ts";

/** Whether the browser promised not to clear what is kept here; null before it was asked. */
export const promised = signal<boolean | null>(null);
/** Bytes that the browser would still take; null when it does not say. */
export const left = signal<number | null>(null);

/** Enough for a stay's answers many times over; a phone or a private window that gives less is nearly full. */
const LITTLE = 10_000_000;

/** On how firm ground what is written here stands, the firmest first. */
export type Ground = "promised" | "unpromised" | "tight" | "full" | "nothing";

export const ground = computed<Ground>(() => {
  if (!lasting.value) return "nothing";
  if (full.value) return "full";
  if (left.value !== null && left.value < LITTLE) return "tight";
  return promised.value === false ? "unpromised" : "promised";
});

/** False where what is written lies on the open page alone. */
export const firm = computed(() => ground.value !== "full" && ground.value !== "nothing");

/** Asked before the first answer is written. */
export async function askToLast(): Promise<void> {
  const kept = await navigator.storage?.persist?.().catch(() => false);
  await lookAtRoom(kept);
}

/** How it stands now, without asking anybody for anything. */
export async function lookAtRoom(kept = false): Promise<void> {
  const storage = navigator.storage;
  const { quota, usage = 0 } = (await storage?.estimate?.().catch(() => undefined)) ?? {};
  left.value = quota === undefined ? null : quota - usage;
  promised.value = kept || ((await storage?.persisted?.().catch(() => false)) ?? false);
}
