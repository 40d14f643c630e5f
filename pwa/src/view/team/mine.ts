import { signal } from "@preact/signals";

const KEPT = "viktig-team-mine";

/** The stays this nurse follows today: ids only, kept at this browser. */
export const mine = signal<ReadonlySet<string>>(remembered());
/** Whether the list shows only those. */
export const onlyMine = signal(false);

function remembered(): ReadonlySet<string> {
  try {
    return new Set(JSON.parse(localStorage.getItem(KEPT) ?? "[]") as string[]);
  } catch {
    return new Set();
  }
}

export function follow(encounter: string, on: boolean): void {
  const next = new Set(mine.value);
  if (on) next.add(encounter);
  else next.delete(encounter);
  mine.value = next;
  localStorage.setItem(KEPT, JSON.stringify([...next]));
}

/** Stays that have gone are forgotten. */
export function forgetGone(here: ReadonlySet<string>): void {
  for (const encounter of mine.value) if (!here.has(encounter)) follow(encounter, false);
}
