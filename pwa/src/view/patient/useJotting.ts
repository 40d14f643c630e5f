import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { jot, jotted } from "../../store/jottings.ts";
import { useLayingDown } from "./useLayingDown.ts";

const PAUSE = 300;

/** What is being written in a field whose words are said all at once: it survives a lock and a closed page. */
export function useJotting(about: string) {
  const words = useSignal(jotted(about));
  const hand = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** False when the phone could not keep it: then it stands on the screen only. */
    const flush = (): Promise<boolean> => {
      if (timer === undefined) return Promise.resolve(true);
      clearTimeout(timer);
      timer = undefined;
      return jot(about, words.value).then(
        () => true,
        () => false,
      );
    };
    return {
      flush,
      write(next: string): void {
        words.value = next;
        timer ??= setTimeout(() => void flush(), PAUSE);
      },
    };
  }, [about]);
  useLayingDown(hand.flush, hand);
  return { words: words.value, write: hand.write, flush: hand.flush };
}
