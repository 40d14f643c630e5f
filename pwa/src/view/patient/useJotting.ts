import { useComputed, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Jotting } from "../../store/here.ts";
import { type Change, jot, jotNoMore, jotted, stillOnTheWay, withChange } from "../../store/jottings.ts";
import { useLayingDown } from "./useLayingDown.ts";

const PAUSE = 300;

/**
 * What is being written in a field whose words are said all at once, and chosen beside it: it survives a lock and a
 * closed page, and stands in every window as it is.
 */
export function useJotting(about: string) {
  const change = useSignal<Change | undefined>(stillOnTheWay(about));
  const now = useComputed<Jotting>(() => jotted(about, change.value ?? {}));
  const hand = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** False when the phone could not keep it: then it stands on the screen only. */
    async function flush(): Promise<boolean> {
      clearTimeout(timer);
      timer = undefined;
      const mine = change.value;
      if (!mine) return true;
      try {
        const begun = await jot(about, mine);
        // How far somebody has looked in a talk is not kept, and goes on here.
        if (change.value === mine) change.value = !begun && mine.talks ? { talks: mine.talks } : undefined;
        return true;
      } catch {
        return false;
      }
    }
    const put = (more: Change): void => void (change.value = withChange(change.value ?? {}, more));
    return {
      flush,
      write(words: string): void {
        put({ words });
        timer ??= setTimeout(() => void flush(), PAUSE);
      },
      /** A tap is kept at once: nobody taps as fast as they type. */
      choose(how: (before: Jotting) => Omit<Change, "words">): void {
        put(how(now.value));
        void flush();
      },
      /** It is said. */
      async end(): Promise<void> {
        clearTimeout(timer);
        timer = change.value = undefined;
        await jotNoMore(about).catch(() => undefined);
      },
    };
  }, [about]);
  useLayingDown(hand.flush, hand);
  return { jotting: now.value, words: now.value.words, ...hand };
}
