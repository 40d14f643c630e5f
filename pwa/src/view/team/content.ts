import type { ContentIndex, Module } from "../../domain/module.ts";
import type { Questionnaire } from "../../domain/questionnaire/index.ts";
import { ApiProblem } from "../../sync/api.ts";

const kept = new Map<string, Promise<unknown>>();

/** What lies under a path never changes, so it is asked for once. */
function content<T>(path: string): Promise<T> {
  let asked = kept.get(path);
  if (!asked) {
    asked = fetched(path);
    asked.catch(() => kept.delete(path));
    kept.set(path, asked);
  }
  return asked as Promise<T>;
}

async function fetched(path: string): Promise<unknown> {
  const answer = await fetch(`/content/${path}`).catch(() => undefined);
  if (!answer) throw new ApiProblem("offline");
  if (!answer.ok) throw new ApiProblem("not-found", answer.status);
  return answer.json();
}

/** Ways of asking, in the words of one language. */
export interface Prompts {
  readonly title?: string;
  readonly prompts: readonly Prompt[];
}
export interface Prompt {
  readonly say?: string;
  readonly why?: string;
}
export interface FormEntry {
  readonly name: string;
  readonly url: string;
  readonly version: string;
  readonly path: string;
  /** Whose own it is; none: everybody's. */
  readonly organization?: string;
}
export interface Index extends ContentIndex {
  readonly forms: readonly FormEntry[];
  readonly prompts?: readonly {
    readonly id: string;
    readonly languages: Readonly<Record<string, { readonly path: string }>>;
  }[];
}

const INDEX = "index.json";
const FRESH = 60_000;
let asked = Number.NEGATIVE_INFINITY;

/** What there is now: a ward's page stands open for days, and an organisation loads and takes away meanwhile. */
export async function index(): Promise<Index> {
  const before = kept.get(INDEX) as Promise<Index> | undefined;
  if (before && performance.now() - asked > FRESH) kept.delete(INDEX);
  if (!kept.has(INDEX)) asked = performance.now();
  return content<Index>(INDEX).catch((fault: unknown) => before ?? Promise.reject(fault));
}
export const module = (path: string): Promise<Module> => content<Module>(path);
export const form = (path: string): Promise<Questionnaire> => content<Questionnaire>(path);

/** The form of this very version; the one that is asked now when that cannot be had any more. */
export async function formCalled(canonical: string, organization = ""): Promise<Questionnaire> {
  const [url = "", version = ""] = canonical.split("|");
  const all = (await index()).forms.filter((one) => one.url === url);
  const entry = all.find((one) => one.organization === organization) ?? all.find((one) => !one.organization);
  if (!entry) throw new ApiProblem("not-found", 404);
  const now = (): Promise<Questionnaire> => form(entry.path);
  return entry.version === version ? now() : form(entry.path.replace(`@${entry.version}.`, `@${version}.`)).catch(now);
}

export const prompts = (path: string): Promise<Prompts> => content<Prompts>(path);

export async function asking(language: string): Promise<Prompts> {
  const [entry] = (await index()).prompts ?? [];
  const spoken = entry?.languages[language] ?? entry?.languages["nb"];
  return spoken ? prompts(spoken.path) : { prompts: [] };
}
