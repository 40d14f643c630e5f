import { signal } from "@preact/signals";
import type { Review } from "../../../domain/wire.ts";

/** The server takes a reading back within 30 seconds; the button goes a little before. */
const UNDO = 29_000;

const last = signal<{ readonly review: string; readonly encounter: string } | null>(null);
let clock: ReturnType<typeof setTimeout> | undefined;

export function readNow({ id, encounter }: Review): void {
  clearTimeout(clock);
  last.value = { review: id, encounter };
  clock = setTimeout(undone, UNDO);
}

export function undone(): void {
  clearTimeout(clock);
  last.value = null;
}

/** The reading that can still be taken back here, or "". */
export const canUndo = (encounter: string): string => (last.value?.encounter === encounter ? last.value.review : "");
