import { signal } from "@preact/signals";

/** The time that the screen speaks of ("today", "26 hours"); moves on by itself. */
export const now = signal(Date.now());

export function keepTime(): void {
  setInterval(() => (now.value = Date.now()), 30_000);
  document.addEventListener("visibilitychange", () => (now.value = Date.now()));
}
