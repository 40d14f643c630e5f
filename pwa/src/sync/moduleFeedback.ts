import { effect } from "@preact/signals";
import type { ModuleFeedback } from "../domain/wire.ts";
import { look } from "../store/device.ts";
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
  timer ??= setTimeout(() => void another(), SOONEST + Math.random() * (LATEST - SOONEST));
}

async function another(): Promise<void> {
  await alone(sendOne).catch(() => undefined);
  timer = undefined;
  if (feedback.peek().length > 0) plan();
}

/** One tab at a time; another that comes to it meanwhile waits for a moment of chance anew, not for this one's end. */
const alone = (work: () => Promise<void>): Promise<void> =>
  navigator.locks ? navigator.locks.request("viktig-module-feedback", { ifAvailable: true }, async (free) => free && work()).then(() => undefined) : work();

/** One of those that no other tab has sent. */
export async function sendOne(): Promise<void> {
  await look();
  const waiting = feedback.peek();
  const one = waiting[Math.floor(Math.random() * waiting.length)];
  if (one) await sendFeedback(one);
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
