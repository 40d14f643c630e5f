import { useEffect } from "preact/hooks";
import { type Signal, useSignal } from "@preact/signals";
import { _, ngettext } from "../../../i18n/index.ts";
import type { Holder } from "../../../store/device.ts";
import { lockOf, waiting } from "../../../store/lock.ts";

/** Seconds until the PIN may be tried again, counted down. */
export function useWait(holder: Holder): Signal<number> {
  const left = useSignal(0);
  const lock = lockOf(holder);
  useEffect(() => {
    const look = (): void => void (left.value = Math.ceil(waiting(lockOf(holder)) / 1000));
    look();
    const clock = setInterval(look, 1000);
    return () => clearInterval(clock);
  }, [lock.tries, lock.tried]);
  return left;
}

export function waitWords(seconds: number): string {
  const wait =
    seconds > 60
      ? ngettext("You can try again in {n} minute.", "You can try again in {n} minutes.", Math.ceil(seconds / 60))
      : ngettext("You can try again in {n} second.", "You can try again in {n} seconds.", seconds);
  return `${_("That was wrong several times.")} ${wait}`;
}
