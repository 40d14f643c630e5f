import { signal } from "@preact/signals";

/** The time that "4 hours" and "today" on the screen are counted from. */
export const now = signal(Date.now());

export function keepTime(): () => void {
  const clock = setInterval(() => (now.value = Date.now()), 30_000);
  return () => clearInterval(clock);
}
