import { useSignal } from "@preact/signals";
import type { PenState } from "../form/pen.ts";

/** One tap that writes something: says so when the phone could not keep it. */
export function useTry(): { readonly state: PenState; run(work: () => Promise<void>): Promise<void> } {
  const state = useSignal<PenState>("resting");
  return {
    state: state.value,
    async run(work) {
      try {
        await work();
        state.value = "resting";
      } catch {
        state.value = "failed";
      }
    },
  };
}
