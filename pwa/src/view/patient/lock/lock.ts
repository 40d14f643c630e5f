import { computed, effect } from "@preact/signals";
import { isLocked } from "../../../store/device.ts";
import { content } from "../../../store/documents.ts";
import { allKept, nobodyAsks } from "../../../store/halfWritten.ts";
import { here, inTurn, leave, rooms } from "../../../store/here.ts";
import { lockOf, tellUnsent } from "../../../store/lock.ts";
import { syncNow } from "../../../sync/sync.ts";
import { cover, covered, uncover } from "./cover.ts";

const MINUTE = 60_000;
/** Where nobody chose otherwise. */
export const USUALLY = 5;
/** On a phone that others use, too, words are covered when nobody has touched it for so long. */
const IDLE = 2 * MINUTE;
/** So long is what was just written given to be sent, before the phone forgets who is here. */
const LAST_ROUND = 4_000;

export const sharedPhone = (): boolean => (here.value?.keeps ?? "own") !== "own";

/** What is here opens only to who proves that it is theirs, or (on a shared phone) says who they are. */
const closes = (): boolean => here.value !== null && (isLocked(here.value) || sharedPhone());

/**
 * Covers the words at once, keeps what is half written, and then takes keys and words out of memory. What could not be
 * kept stays behind the cover.
 */
export async function lock(): Promise<void> {
  const holder = here.value;
  if (!holder || !closes()) return;
  cover();
  if (stray() || !(await allKept().catch(() => false))) return;
  await inTurn(async () => undefined);
  if (rooms.outbox.value.size > 0) await Promise.race([syncNow(), new Promise((go) => setTimeout(go, LAST_ROUND))]);
  if (here.value !== holder || !covered.value) return;
  leave();
  uncover();
}

/** Words in a field that nobody keeps. */
const stray = (): boolean =>
  nobodyAsks() && [...document.querySelectorAll<HTMLTextAreaElement>(".whole textarea, .whole input[type=text]")].some(({ value }) => value !== "");

let timer: ReturnType<typeof setTimeout> | undefined;
let hidden = 0;

/** Milliseconds out of sight before it locks; undefined when it never does by itself. */
const patience = (): number | undefined =>
  !here.value || !closes() ? undefined : sharedPhone() ? 0 : (lockOf(here.value).after ?? USUALLY) * MINUTE;

function outOfSight(): void {
  hidden = Date.now();
  const wait = patience();
  clearTimeout(timer);
  if (wait === 0) void lock();
  else if (wait !== undefined) timer = setTimeout(() => void lock(), wait);
}

function inSight(): void {
  clearTimeout(timer);
  const wait = patience();
  // Phones stop the clocks of a page that nobody sees.
  if (hidden && wait !== undefined && Date.now() - hidden >= wait) void lock();
  hidden = 0;
  touched();
}

function touched(): void {
  if (hidden || !sharedPhone()) return;
  clearTimeout(timer);
  timer = setTimeout(() => void lock(), IDLE);
}

/** From now on the phone locks by itself. */
export function startLocking(): void {
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? outOfSight() : inSight()));
  for (const what of ["pointerdown", "keydown", "scroll"]) addEventListener(what, touched, { capture: true, passive: true });
  effect(() => {
    if (here.value) queueMicrotask(touched);
  });
  // Hide is more than a cover where there is a lock.
  effect(() => {
    if (covered.value) void lock();
  });
  keepCount();
}

/** What is not received yet, by kind; whoever forgets the PIN is told. */
const unsent = computed(() => {
  const count: Record<string, number> = {};
  const add = (kind: string): void => void (count[kind] = (count[kind] ?? 0) + 1);
  for (const version of rooms.outbox.value.keys()) {
    const held = rooms.versions.value.get(version);
    const said = held && content(held);
    if (said) add("status" in said ? `${said.resourceType} ${said.status}` : said.resourceType);
  }
  for (const { entry } of rooms.drafts.value.values()) add(entry?.content.resourceType ?? "QuestionnaireResponse in-progress");
  return JSON.stringify(count);
});

function keepCount(): void {
  effect(() => {
    const [holder, now] = [here.value, unsent.value];
    if (!holder || !isLocked(holder) || now === JSON.stringify(lockOf(holder).unsent ?? {})) return;
    tellUnsent(holder, JSON.parse(now) as Record<string, number>).catch(() => undefined);
  });
}
