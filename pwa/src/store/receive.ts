import { sha256, uuid7 } from "../domain/ids.ts";
import { ancestors } from "../domain/version.ts";
import type { Cursor, Receipt, StoredVersion, SyncAnswer } from "../domain/wire.ts";
import type { Holder } from "./device.ts";
import { draftsOf } from "./answers.ts";
import { basesOf, headsOf, mine, response, stay, versionsOf } from "./documents.ts";
import { keepSafe, place } from "./form.ts";
import { type Held, here, inTurn, keep, type Keep, rooms, type Waiting } from "./here.ts";
import { told } from "./stays.ts";
import { withheld } from "./withheld.ts";

/** Problems of the moment: the version stays in the queue as it is. */
const PASSING: ReadonlySet<string> = new Set(["disk-full", "not-available", "unexpected", "too-many-tries"]);
/** Refused for this, it goes again by itself when something is shared again. */
const FOR_WANT_OF_ACCESS: ReadonlySet<string> = new Set(["not-allowed", "not-found"]);
const STUMBLES = 5;
const NINETY_DAYS = 90 * 24 * 3_600_000;

/** Takes an answer of the server in, in one transaction; not when the phone has been handed to somebody else. */
export function takeIn(answer: SyncAnswer, holder: Holder | null = here.value): Promise<void> {
  return inTurn(async () => {
    const still = (): boolean => here.value?.shelf === holder?.shelf;
    if (!still()) return;
    const patient = stay.value?.patient ?? Object.keys(answer.at)[0] ?? "";
    const at = answer.at[patient];
    const before = rooms.cursor.value.get(patient);
    // A copy of the disk put back by hand keeps its epoch, but has forgotten how far it had come.
    const back = at?.access === before?.access && (at?.n ?? 0) < (before?.n ?? 0);
    const anew = Boolean(before?.epoch && at?.epoch && (before.epoch !== at.epoch || back));
    const again = anew ? await startAnew(answer) : at && before?.access && at.access !== before.access ? allowedAgain() : [];
    await begunOn(answer.gone ?? []);
    if (!still()) return;
    const heard: Keep[] = [
      ...again,
      ...(answer.receipts ?? []).flatMap(receipted),
      ...(answer.changed ?? []).flatMap((change): Keep[] => {
        const { version, review, task, attention, carer, stay } = change;
        if (version) return [arrived(version)];
        if (review) return [{ room: "reviews", key: review.id, body: review }];
        if (task) return [{ room: "tasks", key: task.id, body: task }];
        if (attention) return [{ room: "attentions", key: attention.document, body: attention }];
        if (carer) return [{ room: "carers", key: carer.id, body: carer }];
        return stay ? [{ room: "stay", key: stay.id, body: told(stay) }] : [];
      }),
    ];
    const come = Object.entries(answer.at).map(([key, body]): Keep => ({ room: "cursor", key, body }));
    const over = [...new Set([...(answer.gone ?? []), ...(answer.receipts ?? []).flatMap(unshared)])];
    if (over.length === 0) return keep([...heard, ...come]);
    // What is received and what waits is known only now. Cut off here, all of it is told once more.
    await keep(heard);
    const left = await Promise.all(over.map(wiped));
    if (still()) await keep([...left.flat(), ...come]);
  });
}

const helps = (): boolean => here.value?.person.role === "related";

/** It waits for the person to do something. What somebody who helps may not hand in now waits as all else does. */
export const isParked = ({ problem }: Waiting): boolean => Boolean(problem) && !(helps() && FOR_WANT_OF_ACCESS.has(problem ?? ""));

/** What is half written on something that goes becomes a version, as when one leaves the question. */
async function begunOn(gone: readonly string[]): Promise<void> {
  const forms = helps() ? (stay.value?.forms ?? []) : [];
  for (const form of forms) if (gone.includes(form.shared) && draftsOf(form).length > 0 && !place(form).phoneOnly) await keepSafe(form);
}

/** The document of what somebody who helps may not hand in now. */
function unshared({ version, outcome, problem = "" }: Receipt): string[] {
  const held = rooms.versions.value.get(version);
  return held && helps() && outcome === "refused" && FOR_WANT_OF_ACCESS.has(problem) ? [held.id] : [];
}

export const cursors = (): Record<string, Cursor> => {
  const patient = stay.value?.patient;
  return patient ? { [patient]: rooms.cursor.value.get(patient) ?? {} } : {};
};

function receipted({ version, outcome, hash, received = "", problem = "unexpected" }: Receipt): Keep[] {
  const held = rooms.versions.value.get(version);
  const waiting = rooms.outbox.value.get(version);
  if (!held || !waiting) return [];
  const attempts = waiting.attempts + 1;
  if (outcome !== "refused" && hash === held.hash) {
    return [
      { room: "outbox", key: version },
      { room: "versions", key: version, body: { ...held, received } },
      ...mended(held),
    ];
  }
  if (problem === "version-differs") return renamed(held);
  if (PASSING.has(problem) && attempts < 20) return [{ room: "outbox", key: version, body: { attempts } }];
  return [{ room: "outbox", key: version, body: { attempts, problem } }];
}

/** What was parked, and has been written anew on top of itself and received, waits for nobody any longer. */
function mended({ id, version }: Held): Keep[] {
  const below = ancestors(basesOf(id), version);
  return [...rooms.outbox.value].flatMap(([key, { problem }]): Keep[] =>
    problem && key !== version && below.has(key) ? [{ room: "outbox", key }] : [],
  );
}

/** The server holds other words under the same id: ours go under a new one, and both are kept. */
function renamed(held: Held): Keep[] {
  const version = uuid7();
  return [
    { room: "versions", key: held.version },
    { room: "outbox", key: held.version },
    { room: "versions", key: version, body: { ...held, version } },
    { room: "outbox", key: version, body: { attempts: 0 } },
  ];
}

function arrived({ content, base = [], shape = 1, hash = "", ...rest }: StoredVersion): Keep {
  const own = rooms.versions.value.get(rest.version);
  const text = own?.text ?? JSON.stringify(content);
  const local = own?.local && { local: true };
  return { room: "versions", key: rest.version, body: { ...rest, base, shape, hash: own?.hash ?? hash, text, ...local } };
}

/** A document, a reading or an action that may no longer be held here. What was never received stays in the hands of
 * who wrote it; of those who help only what is their own. */
async function wiped(gone: string): Promise<Keep[]> {
  const versions = helps()
    ? await withheld(gone)
    : versionsOf(gone).flatMap(({ version: key }): Keep[] => (rooms.outbox.value.has(key) ? [] : [{ room: "versions", key }]));
  const told = (["reviews", "tasks"] as const).flatMap((room): Keep[] => (rooms[room].value.has(gone) ? [{ room, key: gone }] : []));
  return [...versions, ...told];
}

/** The database was restored from a backup: begin from nothing, and put again every version of our own. */
async function startAnew({ receipts = [] }: SyncAnswer): Promise<Keep[]> {
  const just = new Set(receipts.map(({ version }) => version));
  const changes: Keep[] = (["reviews", "tasks", "attentions", "carers"] as const).flatMap((room) =>
    [...rooms[room].value.keys()].map((key): Keep => ({ room, key })),
  );
  for (const held of rooms.versions.value.values()) {
    if (mine(held) && (await sha256(held.text)) === held.hash) {
      if (just.has(held.version)) continue;
      changes.push({ room: "versions", key: held.version, body: { ...held, received: "" } });
      changes.push({ room: "outbox", key: held.version, body: { attempts: 0 } });
    } else if (!mine(held)) changes.push({ room: "versions", key: held.version });
  }
  return changes;
}

/** Access was given or taken: what was refused for want of it is asked again. */
const allowedAgain = (): Keep[] => released((problem) => FOR_WANT_OF_ACCESS.has(problem));

const released = (which: (problem: string) => boolean): Keep[] =>
  [...rooms.outbox.value].flatMap(([key, { problem }]): Keep[] =>
    problem && which(problem) ? [{ room: "outbox", key, body: { attempts: 0 } }] : [],
  );

/** At each start: what only the server's own trouble held back. */
export const askOnceMore = (): Promise<void> => inTurn(() => keep(released((problem) => PASSING.has(problem))));

/** The server stumbled over this version alone; after some times it is parked. */
export const stumble = (version: string, problem: string): Promise<void> =>
  inTurn(async () => {
    const waiting = rooms.outbox.value.get(version);
    if (!waiting) return;
    const attempts = waiting.attempts + 1;
    await keep([{ room: "outbox", key: version, body: attempts < STUMBLES ? { ...waiting, attempts } : { attempts, problem } }]);
  });

/** It waits for the person, with its reason. */
export const park = (version: string, problem: string): Promise<void> =>
  inTurn(() => keep([{ room: "outbox", key: version, body: { attempts: 1, problem } }]));

/** The parked version is tried once more. */
export const tryAgain = (version: string): Promise<void> =>
  inTurn(() => keep([{ room: "outbox", key: version, body: { attempts: 0 } }]));

/** The server's time when it was last heard of something: this phone's clock may be wrong, and throws nothing away. */
const lastHeard = (): number => Math.max(0, ...[...rooms.versions.value.values()].map(({ received }) => Date.parse(received) || 0));

/** Old safe copies go; what was sent, and what stands now, stays. */
export function tidy(): Promise<void> {
  return inTurn(async () => {
    const now = lastHeard();
    const old = [...rooms.versions.value.values()].filter(
      (held) =>
        held.received &&
        now - Date.parse(held.received) > NINETY_DAYS &&
        response(held)?.status === "in-progress" &&
        !headsOf(held.id).includes(held.version),
    );
    if (old.length > 0) await keep(old.map((held) => ({ room: "versions", key: held.version })));
  });
}
