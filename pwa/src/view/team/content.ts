import type { ContentIndex } from "../../domain/module.ts";
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
export interface Index extends ContentIndex {
  readonly prompts?: readonly {
    readonly id: string;
    readonly languages: Readonly<Record<string, { readonly path: string }>>;
  }[];
}

export const index = (): Promise<Index> => content<Index>("index.json");
export const form = (path: string): Promise<Questionnaire> => content<Questionnaire>(path);
export const prompts = (path: string): Promise<Prompts> => content<Prompts>(path);

export async function asking(language: string): Promise<Prompts> {
  const [entry] = (await index()).prompts ?? [];
  const spoken = entry?.languages[language] ?? entry?.languages["nb"];
  return spoken ? prompts(spoken.path) : { prompts: [] };
}
