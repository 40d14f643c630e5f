import { useSignal } from "@preact/signals";
import { ApiProblem, type Fault } from "../../sync/api.ts";

export const faultOf = (problem: unknown): Fault => {
  if (problem instanceof ApiProblem) return problem.slug;
  throw problem;
};

/** One thing being saved: what was typed stays on the screen until it is. */
export function useSaving() {
  const busy = useSignal(false);
  const fault = useSignal<Fault | "">("");
  async function save(work: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    fault.value = "";
    try {
      await work();
      return true;
    } catch (problem) {
      fault.value = faultOf(problem);
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, fault, save };
}

export type Saving = ReturnType<typeof useSaving>;
