import { effect } from "@preact/signals";
import type { ModuleFeedback } from "../domain/wire.ts";
import { dropFeedback, feedback } from "../store/moduleFeedback.ts";

const SOONEST = 30_000;
const LATEST = 10 * 60_000;
const PATIENCE = 60_000;
/** What the server will never take, however often it is asked. */
const REFUSED: ReadonlySet<number> = new Set([400, 413, 422]);

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * They go alone, at a moment of chance: who sees what comes in cannot tell by the time which person's things came
 * from the same phone. So one does not go when it is written, and not when the person's own words go.
 */
export function startFeedback(): void {
  effect(() => {
    if (feedback.value.length > 0) plan();
  });
}

function plan(): void {
  timer ??= setTimeout(() => void sendOne(), SOONEST + Math.random() * (LATEST - SOONEST));
}

async function sendOne(): Promise<void> {
  const waiting = feedback.peek();
  const one = waiting[Math.floor(Math.random() * waiting.length)];
  if (one) await sendFeedback(one).catch(() => undefined);
  timer = undefined;
  if (feedback.peek().length > 0) plan();
}

/** Without a cookie, and without the header that names a person. */
export async function sendFeedback(said: ModuleFeedback): Promise<void> {
  const answer = await fetch("/api/module-feedback", {
    method: "POST",
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(said),
    // What hangs on a dead line would hold up all that wait behind it.
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (answer.ok || REFUSED.has(answer.status)) await dropFeedback(said);
}
