import { signal } from "@preact/signals";
import { compared, setClock, stillWrong } from "../domain/clock.ts";
import { set, settings } from "./device.ts";

/** Raised when this device's clock was found to go wrong, or right again. */
export const clockSet = signal(0);

/** What was noticed before counts for a start without a network. */
export function rememberClock(): void {
  const { wrong } = settings.value;
  setClock(wrong && stillWrong(wrong) ? wrong : undefined);
  clockSet.value++;
}

/** The `Date` of an answer of the server. */
export function heardClock(date: string | null): void {
  const server = Date.parse(date ?? "");
  const wrong = Number.isNaN(server) ? undefined : compared(server);
  if (!wrong) return;
  setClock(wrong);
  clockSet.value++;
  set({ wrong }).catch(() => undefined);
}
