import type { ModuleProgress, TeachBack } from "./wire.ts";

/** One step on. What was finished or told stays so: another window or phone may only now be reading on. */
export function further(before: ModuleProgress | undefined, now: ModuleProgress): ModuleProgress {
  if (!before || before.moduleVersion !== now.moduleVersion) return now;
  const teachBack = told(before.teachBack, now.teachBack);
  return {
    ...now,
    step: Math.max(before.step ?? 0, now.step ?? 0),
    ...((before.finished || now.finished) && { finished: true }),
    ...(teachBack && { teachBack }),
  };
}

/** Whoever taps through the talk once more has not taken back what they told the first time. */
function told(before?: TeachBack | null, now?: TeachBack | null): TeachBack | null | undefined {
  if (!before || !now) return now ?? before;
  const { words = before.words, chosen = [], unsure = [] } = now;
  if (!now.words && !chosen.some(Boolean) && unsure.length === 0) return before;
  return { ...now, ...(words && { words }) };
}
