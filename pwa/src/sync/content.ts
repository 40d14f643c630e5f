import { needsExpressions } from "../domain/questionnaire/expressions.ts";
import type { Questionnaire } from "../domain/questionnaire/index.ts";
import type { ContentIndex, ModuleEntry } from "../domain/module.ts";
import { forPeople, readIn, spoken } from "../domain/module.ts";
import { language } from "../i18n/index.ts";
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

/** What there is to read where the person is; without a network what there was last. */
export async function contentIndex(): Promise<ContentIndex> {
  const { modules = [], ...rest } = (await fetched(INDEX, false)) as ContentIndex;
  return { ...rest, modules: readIn(modules, stay.value?.unit.organization) };
}

let bringing: Promise<void> = Promise.resolve();

/** Brings the stay's forms, and every module for patients and carers in the reader's language, to the phone for later. */
export const bringContent = (): Promise<void> => (bringing = bring());

/** When nothing is being brought, whether it came or not. */
export const broughtContent = (): Promise<void> => bringing.catch(() => undefined);

async function bring(): Promise<void> {
  const forms = (stay.value?.forms ?? []).flatMap(({ path, newerPath }) => (newerPath ? [path, newerPath] : [path]));
  for (const path of forms) if (needsExpressions(await content<Questionnaire>(path))) keepExpressions();
  const { modules = [] } = await contentIndex();
  for (const path of modules.filter(forPeople).flatMap(pathOf)) await content(path);
}

/** What reads the expressions of a form is kept like the form. Without a worker nothing is. */
const keepExpressions = (): void => void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage({ keep: "expressions" }));
const pathOf = (entry: ModuleEntry): string[] => [spoken(entry, language.value)?.path ?? []].flat();

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
