import { effect, signal } from "@preact/signals";
import type { StoredVersion, SyncAnswer } from "../domain/wire.ts";
import { gaps } from "../store/answers.ts";
import { stay } from "../store/documents.ts";
import { entryGaps } from "../store/entries.ts";
import { leaveQuestion } from "../store/form.ts";
import { here, outboxChanged } from "../store/here.ts";
import { cursors, park, takeIn, tidy } from "../store/receive.ts";
import { ApiProblem, ask, type Fault } from "./api.ts";
import { bodyOf, nextBatch, packed } from "./batch.ts";
import { asPerson, personally } from "./session.ts";

/** How the phone and the ward stand: `quiet` is all well; `signed-out` needs a new code; others try again by themselves. */
export type Contact = "quiet" | "sending" | "offline" | "signed-out" | "trouble";

export const contact = signal<Contact>("quiet");

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 5 * 60_000;
const LOOK_AGAIN = 60_000;
const MOST = 50;
const REFUSED: ReadonlySet<number> = new Set([400, 413, 422]);
const SIGNED_OUT: ReadonlySet<Fault> = new Set(["not-signed-in", "session-expired", "key-unknown"]);

let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;
let wanted = false;
let failures = 0;

/** Sends what waits and fetches what is new, as soon as the round that runs is over. */
export function syncNow(): Promise<void> {
  wanted = true;
  running ??= rounds().finally(() => (running = undefined));
  return running;
}

/** From now on by itself: at start, when the network comes back, when the page is looked at, after each write. */
export function startSync(): void {
  addEventListener("online", () => void fresh());
  addEventListener("offline", () => (contact.value = "offline"));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void fresh();
  });
  effect(() => {
    void here.value?.profile;
    void outboxChanged.value;
    if (here.peek()) queueMicrotask(() => void syncNow());
  });
  effect(() => {
    if (here.value) void settle();
  });
}

/** What was half written when the page was closed becomes a safe copy; what is old and replaced goes. */
async function settle(): Promise<void> {
  try {
    for (const form of stay.peek()?.forms ?? []) await leaveQuestion(form);
    await tidy();
  } catch {
    // The phone is full: drafts stay drafts, and nothing is thrown away.
  }
}

function fresh(): Promise<void> {
  failures = 0;
  return syncNow();
}

async function rounds(): Promise<void> {
  while (wanted) {
    wanted = false;
    clearTimeout(timer);
    const holder = here.value;
    if (!holder) return;
    try {
      await alone(holder.shelf, everything);
      await fillGaps().catch(() => looked.clear());
      failures = 0;
      if (here.value === holder) contact.value = "quiet";
    } catch (error) {
      failures++;
      if (here.value === holder) contact.value = standing(error);
    }
    later();
  }
}

/** Asked once for each: a base may be unknown to the server too. */
const looked = new Set<string>();

/** What was sent before, and read, is found in the history: a new phone is told only what stands now. */
async function fillGaps(): Promise<void> {
  for (const document of [...(stay.value?.forms ?? []).flatMap(gaps), ...entryGaps()]) {
    if (looked.has(document)) continue;
    looked.add(document);
    const { versions } = await personally<{ versions: StoredVersion[] }>("GET", `/api/documents/${document}/versions`);
    await takeIn({ at: {}, changed: versions.map((version) => ({ n: 0, kind: "version", version })) });
  }
}

/** One tab at a time speaks for a person. */
const alone = (shelf: string, work: () => Promise<void>): Promise<void> =>
  navigator.locks ? navigator.locks.request(`viktig-sync-${shelf}`, work) : work();

async function everything(): Promise<void> {
  const profile = here.value?.profile;
  let most = MOST;
  for (let more = true; more && here.value?.profile === profile; ) {
    const batch = nextBatch(most);
    if (batch.length > 0) contact.value = "sending";
    const { body, encoding } = await packed(bodyOf(cursors(), batch));
    let answer: SyncAnswer;
    try {
      answer = await asPerson((profile) => ask<SyncAnswer>("POST", "/api/sync", body, { profile }, encoding));
    } catch (error) {
      const [first] = batch;
      if (!first || !(error instanceof ApiProblem && REFUSED.has(error.status))) throw error;
      // The whole body was refused: one at a time, so that one broken version does not hold up the others.
      if (batch.length === 1) await park(first.version, error.slug);
      most = 1;
      continue;
    }
    // The phone was handed over while the answer was under way: it belongs to somebody else.
    if (here.value?.profile !== profile) return;
    await takeIn(answer);
    const receipted = new Set((answer.receipts ?? []).map(({ version }) => version));
    const progress = batch.some(({ version }) => receipted.has(version));
    more = Boolean(answer.more) || (progress && nextBatch(most).some((held) => !batch.includes(held)));
  }
}

function standing(error: unknown): Contact {
  if (!(error instanceof ApiProblem)) return "trouble";
  if (SIGNED_OUT.has(error.slug)) return "signed-out";
  return error.slug === "offline" ? "offline" : "trouble";
}

/** Not all phones at once when a ward's network comes back. */
function later(): void {
  clearTimeout(timer);
  if (contact.value === "signed-out") return;
  const wait = failures > 0 ? Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT) : LOOK_AGAIN;
  timer = setTimeout(() => {
    if (failures > 0 || document.visibilityState === "visible") void syncNow();
    else later();
  }, wait * (0.5 + Math.random()));
}
