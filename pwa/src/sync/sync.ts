import { effect } from "@preact/signals";
import type { StoredVersion } from "../domain/wire.ts";
import { gaps } from "../store/answers.ts";
import type { Holder } from "../store/device.ts";
import { missing, stay } from "../store/documents.ts";
import { entryGaps } from "../store/entries.ts";
import { leaveQuestion } from "../store/form.ts";
import { here, outboxChanged, rooms } from "../store/here.ts";
import { askOnceMore, takeIn, tidy } from "../store/receive.ts";
import { ApiProblem, type Fault } from "./api.ts";
import { type Contact, contact } from "./contact.ts";
import { round } from "./round.ts";
import { personally } from "./session.ts";

export { contact } from "./contact.ts";

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 5 * 60_000;
const LOOK_AGAIN = 60_000;
const SIGNED_OUT: ReadonlySet<Fault> = new Set(["not-signed-in", "session-expired", "key-unknown"]);

let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;
let wanted = false;
let failures = 0;
let line = new AbortController();

/** Sends what waits and fetches what is new, as soon as the round that runs is over. */
export function syncNow(): Promise<void> {
  wanted = true;
  running ??= rounds().finally(() => (running = undefined));
  return running;
}

/** From now on by itself: at start, when the network comes back, when the page is looked at, after each write. */
export function startSync(): void {
  addEventListener("online", () => {
    // What was asked on the network before hangs on a dead line. To ask twice does no harm.
    line.abort();
    line = new AbortController();
    void fresh();
  });
  addEventListener("offline", () => (contact.value = "offline"));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void fresh();
  });
  navigator.serviceWorker?.addEventListener("message", ({ data }: MessageEvent<{ wake?: boolean } | null>) => {
    if (data?.wake) void fresh();
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
    await askOnceMore();
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
      await alone(holder.shelf, () => round(holder, line.signal));
      await fillGaps(holder).catch(() => looked.clear());
      failures = 0;
      if (here.value === holder) contact.value = "quiet";
    } catch (error) {
      failures++;
      if (here.value === holder) contact.value = standing(error);
    }
    later();
  }
}

/** Asked once for each, by each person, as long as the same is missing: a base may be unknown to the server too. */
const looked = new Set<string>();

/** What was sent before, and read, is found in the history: a new phone is told only what stands now. */
async function fillGaps(holder: Holder): Promise<void> {
  for (const document of [...(stay.value?.forms ?? []).flatMap(gaps), ...entryGaps()]) {
    const question = `${holder.profile} ${document} ${missing(document).join()}`;
    if (looked.has(question) || here.value?.profile !== holder.profile) continue;
    looked.add(question);
    const { versions } = await personally<{ versions: StoredVersion[] }>("GET", `/api/documents/${document}/versions`);
    await takeIn({ at: {}, changed: versions.map((version) => ({ n: 0, kind: "version", version })) }, holder);
  }
}

/** One tab at a time speaks for a person. */
const alone = (shelf: string, work: () => Promise<void>): Promise<void> =>
  navigator.locks ? navigator.locks.request(`viktig-sync-${shelf}`, work) : work();

function standing(error: unknown): Contact {
  if (!(error instanceof ApiProblem)) return "trouble";
  if (SIGNED_OUT.has(error.slug)) return "signed-out";
  return error.slug === "offline" ? "offline" : "trouble";
}

/** Not all phones at once when a ward's network comes back. */
function later(): void {
  clearTimeout(timer);
  if (contact.value === "signed-out") return;
  if (failures > 0 && rooms.outbox.value.size > 0) void wakeLater();
  const wait = failures > 0 ? Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT) : LOOK_AGAIN;
  timer = setTimeout(() => {
    if (failures > 0 || document.visibilityState === "visible") void syncNow();
    else later();
  }, wait * (0.5 + Math.random()));
}

/** Where the browser can (Chromium): it wakes this page when there is a network. A closed page it cannot wake, since
 * only the page holds the words and the key. */
async function wakeLater(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const background = registration && "sync" in registration ? (registration.sync as { register(tag: string): Promise<void> }) : undefined;
  await background?.register("send").catch(() => undefined);
}
