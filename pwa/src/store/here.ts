import { batch, type Signal, signal } from "@preact/signals";
import type { Entry } from "../domain/entry.ts";
import type { Attention, Carer, Cursor, ModuleFeedback, ResponseItem, Review, Stay, Task } from "../domain/wire.ts";
import { type Holder, isLocked, sealFor } from "./device.ts";
import { withRoom } from "./owed.ts";
import { forDisk, withMemory } from "./passing.ts";
import type { Seal } from "./seal.ts";
import { LEFT, openShelf, type Shelf, Stale } from "./shelf.ts";

/** A version as this phone holds it; `text` is the exact content that was hashed. */
export interface Held {
  readonly id: string;
  readonly version: string;
  readonly base: readonly string[];
  readonly patient: string;
  readonly author: string;
  readonly authorName?: string;
  readonly recorded: string;
  /** Server's time; empty until it has been received. */
  readonly received: string;
  readonly shape: number;
  readonly hash: string;
  readonly text: string;
  /** Written on this phone. */
  readonly local?: boolean;
}
/** A version on its way; with a problem it is parked and waits for the person. */
export interface Waiting {
  readonly attempts: number;
  readonly problem?: string;
}
/** What somebody is writing as the answer to one question, and what stood there when they began. */
export interface Draft {
  readonly form: string;
  readonly linkId: string;
  readonly within?: string;
  readonly items: readonly ResponseItem[];
  readonly audience: "all" | "staff";
  readonly was: readonly ResponseItem[];
  readonly wasAudience: "all" | "staff";
  /** Set when it is no answer but an entry of the list. */
  readonly entry?: EntryDraft;
}
/** An entry of the list as far as it is written, and the versions that were seen when it was begun. */
export interface EntryDraft {
  readonly document: string;
  readonly base: readonly string[];
  readonly content: Entry;
}
/** Where in a form the person was, and whether drafts stay on this phone until Send. */
export interface Place {
  readonly step: string;
  readonly phoneOnly?: boolean;
  /** Send was pressed on this phone. */
  readonly sent?: boolean;
  /** What the form suggests has been written down; what the person takes away stays away. */
  readonly begun?: boolean;
  /** Not of a form: texts are read in short sentences where there are such. */
  readonly easy?: boolean;
}
/** What is not said yet, beside answers and the list: words, and what was chosen beside them. */
export interface Jotting {
  readonly words: string;
  /** The words may be kept for the talk with the nurse. */
  readonly passOn?: boolean;
  /** Thanks go with the words to those who did it. */
  readonly thanks?: boolean;
  /** The talk at the end of a text, by the version of the text. */
  readonly talks?: Readonly<Record<string, Talk>>;
  readonly opinion?: Opinion | undefined;
}
/** How far somebody has come in a talk. */
export interface Talk {
  readonly at: number;
  /** For each question the option's code; empty where it was skipped. */
  readonly chosen: readonly string[];
  /** What was chosen before a choice explained anything: how well the text itself did. */
  readonly first: readonly string[];
  /** Places in the list of points, which is the same in every language. */
  readonly unsure: readonly number[];
}
/** What somebody thinks of a text and has not sent. Its name is made here, so that it can be sent only once. */
export type Opinion = Pick<ModuleFeedback, "id" | "moduleVersion" | "language"> & {
  readonly [asked in "understandable" | "useful"]: ModuleFeedback[asked] | "";
};
export interface Rooms {
  versions: Held;
  outbox: Waiting;
  drafts: Draft;
  jottings: Jotting;
  reviews: Review;
  tasks: Task;
  attentions: Attention;
  carers: Carer;
  stay: Stay;
  cursor: Cursor;
  places: Place;
}
export type RoomName = keyof Rooms;
export type Holds = { readonly [R in RoomName]: ReadonlyMap<string, Rooms[R]> };
export type Keep = {
  [R in RoomName]: { readonly room: R; readonly key: string; readonly body?: Rooms[R] };
}[RoomName];

const room = <R extends RoomName>(): Signal<ReadonlyMap<string, Rooms[R]>> => signal(new Map());

/** All that is kept for the person who has the phone in hand, held in memory as signals. */
export const rooms: { readonly [R in RoomName]: Signal<ReadonlyMap<string, Rooms[R]>> } = {
  versions: room<"versions">(),
  outbox: room<"outbox">(),
  drafts: room<"drafts">(),
  jottings: room<"jottings">(),
  reviews: room<"reviews">(),
  tasks: room<"tasks">(),
  attentions: room<"attentions">(),
  carers: room<"carers">(),
  stay: room<"stay">(),
  cursor: room<"cursor">(),
  places: room<"places">(),
};
const NAMES = Object.keys(rooms) as RoomName[];

export const here = signal<Holder | null>(null);
/** False when nothing survives the closing of the page. */
export const lasting = signal(true);
/** How many things on this phone cannot be read any more. */
export const damaged = signal(0);
/** Raised after every write that put something in the outbox. */
export const outboxChanged = signal(0);

let shelf: Shelf | undefined;
/** Whose shelf it is. */
let owner: Holder | undefined;
let tabs: BroadcastChannel | undefined;

/** `first`: what is known before anything was kept. `seal` is given by who is let in with a PIN or a passkey. */
export async function open(holder: Holder, first: readonly Keep[] = [], seal?: Seal): Promise<void> {
  if (isLocked(holder) && !seal) throw new Error("locked");
  // What the one before has just written is kept with the one before.
  if (shelf) await last;
  leave();
  owner = holder;
  const name = `viktig-${holder.shelf}`;
  const disk = await openShelf(name, async () => seal ?? sealFor(holder));
  shelf = withRoom(name, disk, () => tabs?.postMessage("changed"));
  lasting.value = shelf.lasting;
  tabs = new BroadcastChannel(name);
  tabs.onmessage = ({ data }) => (data === LEFT ? location.reload() : void inTurn(read));
  await inTurn(async () => {
    await read();
    await keep(first);
  });
  here.value = holder;
}

const beside = new Set<() => void>();

/** Of what a room remembers of the person beside what is kept: it goes from memory when they leave. */
export const onLeave = (forget: () => void): void => void beside.add(forget);

/** The person gives the phone away; what is kept stays kept, and no key or word stays in memory. */
export function leave(): void {
  tabs?.close();
  shelf?.close();
  shelf = owner = tabs = undefined;
  batch(() => {
    here.value = null;
    for (const name of NAMES) rooms[name].value = new Map();
    for (const forget of beside) forget();
  });
}

const holds = () => Object.fromEntries(NAMES.map((name) => [name, rooms[name].value])) as Holds;
/** On a phone that others use, too, what was received stays in memory only. */
const shared = (): boolean => (owner?.keeps ?? "own") !== "own";

async function read(): Promise<void> {
  const from = shelf;
  if (!from) return;
  const found = await from.read();
  if (from !== shelf) return;
  batch(() => {
    damaged.value = from.damaged;
    const before = holds();
    for (const name of NAMES) {
      const there = found.get(name) ?? new Map<string, unknown>();
      rooms[name].value = (shared() ? withMemory(name, there, before) : there) as never;
    }
  });
}

/** Writes all or nothing, and only then shows it. Rejects when the phone could not keep it. */
export async function keep(changes: readonly Keep[]): Promise<void> {
  const to = shelf;
  if (!to) throw new Error("nobody is here");
  if (changes.length === 0) return;
  await to.write(shared() ? forDisk(changes, changed(changes)) : changes);
  if (to !== shelf) return;
  const next = changed(changes);
  batch(() => {
    for (const name of new Set(changes.map((change) => change.room))) rooms[name].value = next[name] as never;
    if (changes.some((change) => change.room === "outbox" && change.body !== undefined)) outboxChanged.value++;
  });
  tabs?.postMessage("changed");
}

/** The rooms as they will be. */
function changed(changes: readonly Keep[]): Holds {
  const next = holds();
  for (const name of new Set(changes.map((change) => change.room))) {
    const kept = new Map<string, unknown>(next[name]);
    for (const { room, key, body } of changes) {
      if (room !== name) continue;
      if (body === undefined) kept.delete(key);
      else kept.set(key, body);
    }
    Object.assign(next, { [name]: kept });
  }
  return next;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Verbs of one person run one after the other, so that none works on what another is just changing. When another tab
 * was quicker, what it wrote is read, and the verb runs once more on that.
 */
export function inTurn<T>(verb: () => Promise<T>): Promise<T> {
  const whose = owner?.shelf;
  const turn = () => {
    if (whose !== owner?.shelf) throw new Error("somebody else is here");
    return settled(verb);
  };
  const mine = last.then(turn, turn);
  last = mine.catch(() => undefined);
  return mine;
}

async function settled<T>(verb: () => Promise<T>, tries = 10): Promise<T> {
  try {
    return await verb();
  } catch (error) {
    if (!(error instanceof Stale) || tries === 0) throw error;
    await read();
    return settled(verb, tries - 1);
  }
}
