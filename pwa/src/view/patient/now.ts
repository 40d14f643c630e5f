import { effect, signal } from "@preact/signals";
import { clock } from "../../domain/clock.ts";
import { clockSet } from "../../store/clock.ts";

/** The time that the screen speaks of ("today", "26 hours"); moves on by itself. */
export const now = signal(clock());

export function keepTime(): void {
  const look = (): void => void (now.value = clock());
  setInterval(look, 30_000);
  document.addEventListener("visibilitychange", look);
  effect(() => {
    if (clockSet.value) look();
  });
}
