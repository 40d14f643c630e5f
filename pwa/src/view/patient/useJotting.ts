import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Jotting } from "../../store/here.ts";
import { jot, jotted } from "../../store/jottings.ts";
import { useLayingDown } from "./useLayingDown.ts";

const PAUSE = 300;

/** What is being written in a field whose words are said all at once, and chosen beside it: it survives a lock and a closed page. */
export function useJotting(about: string) {
  const now = useSignal<Jotting>(jotted(about));
  const hand = useMemo(() => {
    let kept = now.value;
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** False when the phone could not keep it: then it stands on the screen only. */
    async function flush(): Promise<boolean> {
      clearTimeout(timer);
      timer = undefined;
      const mine = now.value;
      if (mine === kept) return true;
      try {
        await jot(about, mine.words, mine);
        kept = mine;
        return true;
      } catch {
        return false;
      }
    }
    return {
      flush,
      write(words: string): void {
        now.value = { ...now.value, words };
        timer ??= setTimeout(() => void flush(), PAUSE);
      },
      /** A tap is kept at once: nobody taps as fast as they type. */
      choose(how: (before: Jotting) => Omit<Jotting, "words">): void {
        now.value = { ...now.value, ...how(now.value) };
        void flush();
      },
      /** It is said. */
      end(): Promise<boolean> {
        now.value = { words: "" };
        return flush();
      },
    };
  }, [about]);
  useLayingDown(hand.flush, hand);
  return { jotting: now.value, words: now.value.words, ...hand };
}
