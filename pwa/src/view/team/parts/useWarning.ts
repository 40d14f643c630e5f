import { useEffect } from "preact/hooks";

/** Closing the window with typed text asks first. */
export function useWarning(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const stop = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", stop);
    return () => removeEventListener("beforeunload", stop);
  }, [on]);
}
