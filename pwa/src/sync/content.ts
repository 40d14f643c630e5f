import { needsExpressions } from "../domain/questionnaire/expressions.ts";
import type { Questionnaire } from "../domain/questionnaire/index.ts";
import type { ContentIndex } from "../domain/module.ts";
import { stay } from "../store/documents.ts";
import { ApiProblem } from "./api.ts";

/** Forms and modules lie on the phone once they were read: bodies never change under a path. */
const CACHE = "content";
const INDEX = "/content/index.json";

const read = new Map<string, Promise<unknown>>();

/** A content file, from the phone when it lies there. */
export function content<T>(path: string): Promise<T> {
  const known = read.get(path);
  if (known) return known as Promise<T>;
  const asked = fetched(`/content/${path}`, true);
  read.set(path, asked);
  asked.catch(() => read.delete(path));
  return asked as Promise<T>;
}

/** What there is now, of all organisations; without a network what there was last. */
export const wholeIndex = (): Promise<ContentIndex> => fetched(INDEX, false) as Promise<ContentIndex>;

/** What there was last, if it lies on the phone: nobody waits for a line that is slow or dead. */
export const lastIndex = (): Promise<ContentIndex | undefined> => onPhone<ContentIndex>("index.json");

/** A content file, if it lies on the phone. */
export async function onPhone<T>(path: string): Promise<T | undefined> {
  const known = read.get(path) ?? (await (await opened())?.match(`/content/${path}`))?.json();
  return (await known) as T | undefined;
}

/** The paths of what lies on the phone. */
export async function kept(): Promise<ReadonlySet<string>> {
  const requests = (await (await opened())?.keys()) ?? [];
  const stored = requests.map(({ url }) => decodeURI(new URL(url).pathname).replace("/content/", ""));
  return new Set([...stored, ...read.keys()]);
}

/** What is offered no more makes room. */
export async function drop(path: string): Promise<void> {
  read.delete(path);
  await (await opened())?.delete(`/content/${path}`);
}

let bringing: Promise<void> = Promise.resolve();
/** What the worker was asked to keep. */
let working: Promise<unknown> = Promise.resolve();

/** Brings the stay's forms to the phone for later, and then what `more` does. */
export const bringForms = (more: () => Promise<void>): Promise<void> => (bringing = bring().then(more));

/** When nothing is being brought, whether it came or not. */
export const broughtContent = (): Promise<unknown> => bringing.catch(() => undefined).then(() => working);

async function bring(): Promise<void> {
  const forms = (stay.value?.forms ?? []).flatMap(({ path, newerPath }) => (newerPath ? [path, newerPath] : [path]));
  for (const path of forms) if (needsExpressions(await content<Questionnaire>(path))) keepPart("expressions");
}

/** A part of the app that not everybody has from the beginning. Without a worker nothing is kept. */
export const keepPart = (keep: string): void =>
  void navigator.serviceWorker?.ready.then(({ active }) => {
    if (active) working = Promise.all([working, told(active, keep)]);
  });

/** Until the worker says that it is done; a worker of an older version says nothing. */
function told(worker: ServiceWorker, keep: string): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    const over = (): void => {
      port1.close();
      done();
    };
    port1.onmessage = over;
    setTimeout(over, 5000);
    worker.postMessage({ keep }, [port2]);
  });
}

async function fetched(address: string, keptFirst: boolean): Promise<unknown> {
  const cache = await opened();
  const kept = await cache?.match(address);
  if (kept && keptFirst) return kept.json();
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new ApiProblem("not-available", answer.status);
    const copy = answer.clone();
    const found: unknown = await answer.json();
    await cache?.put(address, copy).catch(() => undefined);
    return found;
  } catch (error) {
    if (kept) return kept.json();
    throw error instanceof ApiProblem ? error : new ApiProblem("offline");
  }
}

/** A browser that keeps nothing still reads. */
async function opened(): Promise<Cache | undefined> {
  try {
    return await caches.open(CACHE);
  } catch {
    return undefined;
  }
}
