import { useEffect } from "preact/hooks";
import { beforeLocking } from "../../store/halfWritten.ts";

/** Keeps what is under somebody's hands when the page is hidden, closed, left or locked. Another hand is asked anew. */
export function useLayingDown(keepIt: () => Promise<boolean>, hand: unknown): void {
  useEffect(() => {
    const layDown = (): void => void keepIt();
    const done = beforeLocking(keepIt);
    document.addEventListener("visibilitychange", layDown);
    addEventListener("pagehide", layDown);
    return () => {
      document.removeEventListener("visibilitychange", layDown);
      removeEventListener("pagehide", layDown);
      done();
      layDown();
    };
  }, [hand]);
}
