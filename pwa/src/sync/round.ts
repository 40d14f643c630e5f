import type { SyncAnswer } from "../domain/wire.ts";
import type { Holder } from "../store/device.ts";
import { type Held, here } from "../store/here.ts";
import { cursors, park, stumble, takeIn } from "../store/receive.ts";
import { ApiProblem, ask } from "./api.ts";
import { bodyOf, nextBatch, packed } from "./batch.ts";
import { contact } from "./contact.ts";
import { asPerson } from "./session.ts";

const MOST = 50;
const REFUSED: ReadonlySet<number> = new Set([400, 413, 422]);
const STUMBLED = 500;

/** Sends all that waits for one person and fetches what is new to them, unless the phone is handed over meanwhile. */
export async function round(holder: Holder, signal: AbortSignal): Promise<void> {
  const still = (): boolean => here.value?.profile === holder.profile;
  const aside = new Set<string>();
  let most = MOST;
  for (let more = true; more && still(); ) {
    const batch = nextBatch(most, aside);
    if (batch.length > 0) contact.value = "sending";
    let answer: SyncAnswer | undefined;
    try {
      answer = await handIn(batch, holder, signal);
    } catch (error) {
      if (!still()) return;
      const [first, second] = batch;
      const theirs = error instanceof ApiProblem && (REFUSED.has(error.status) || error.status === STUMBLED);
      if (!first || !theirs) throw error;
      most = second ? Math.ceil(batch.length / 2) : MOST;
      if (second) continue;
      if (REFUSED.has(error.status)) await park(first.version, error.slug);
      else {
        // Alone, and without it the server is well: it is this version, and the others need not wait for it.
        answer = await handIn([], holder, signal);
        if (!still()) return;
        aside.add(first.version);
        await stumble(first.version, error.slug);
      }
    }
    if (!still()) return;
    if (answer) await takeIn(answer, holder);
    const receipted = new Set((answer?.receipts ?? []).map(({ version }) => version));
    const progress = batch.length > 0 && (!answer || aside.size > 0 || batch.some(({ version }) => receipted.has(version)));
    more = Boolean(answer?.more) || (progress && nextBatch(most, aside).some((held) => !batch.includes(held)));
  }
  if (aside.size > 0) throw new ApiProblem("unexpected", STUMBLED);
}

async function handIn(batch: readonly Held[], holder: Holder, signal: AbortSignal): Promise<SyncAnswer | undefined> {
  const text = bodyOf(cursors(), batch);
  const { body, encoding } = await packed(text);
  // Handed over while it was packed: these words go under their own writer's name, or not at all.
  if (here.value?.profile !== holder.profile) return undefined;
  return asPerson((profile) => ask<SyncAnswer>("POST", "/api/sync", body, { profile, signal }, encoding), holder);
}
