import { effect } from "@preact/signals";
import type { Opinion } from "../domain/opinion.ts";
import { dropOpinion, opinions } from "../store/opinions.ts";

const SOONEST = 30_000;
const LATEST = 10 * 60_000;
/** What the server will never take, however often it is asked. */
const REFUSED: ReadonlySet<number> = new Set([400, 413, 422]);

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Opinions go alone, at a moment of chance: who sees what comes in cannot tell by the time which person's things came
 * from the same phone. So one does not go when it is written, and not when the person's own words go.
 */
export function startOpinions(): void {
  effect(() => {
    if (opinions.value.length > 0) plan();
  });
}

function plan(): void {
  timer ??= setTimeout(() => void sendOne(), SOONEST + Math.random() * (LATEST - SOONEST));
}

async function sendOne(): Promise<void> {
  const waiting = opinions.peek();
  const one = waiting[Math.floor(Math.random() * waiting.length)];
  if (one) await sendOpinion(one).catch(() => undefined);
  timer = undefined;
  if (opinions.peek().length > 0) plan();
}

/** Without a cookie, and without the header that names a person. */
export async function sendOpinion(opinion: Opinion): Promise<void> {
  const answer = await fetch("/api/module-feedback", {
    method: "POST",
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(opinion),
  });
  if (answer.ok || REFUSED.has(answer.status)) await dropOpinion(opinion);
}
