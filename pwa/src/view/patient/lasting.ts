import { signal } from "@preact/signals";

/** Whether the browser promised not to clear what is kept here; null before it was asked. */
export const promised = signal<boolean | null>(null);

/** Asked before the first answer is written. */
export async function askToLast(): Promise<void> {
  const storage = navigator.storage;
  promised.value = (await storage?.persisted?.().catch(() => false)) || (await storage?.persist?.().catch(() => false)) || false;
}
