import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { find, type Shelf, shelve } from "../../../domain/finding.ts";
import { forPeople, type Module, type ModuleEntry, spoken } from "../../../domain/module.ts";
import { language } from "../../../i18n/index.ts";
import * as content from "../content.ts";

/** Ids of the modules whose text says it: a nurse thinks "fall" where the title says "stødig på beina". */
export function useInTexts(entries: readonly ModuleEntry[], sought: string): readonly string[] {
  const shelf = useSignal<Shelf | null>(null);
  const begun = sought.trim() !== "";
  useEffect(() => {
    if (begun) void texts(entries).then((modules) => (shelf.value = shelve(modules)));
  }, [begun, language.value]);
  return shelf.value && begun ? find(shelf.value, sought).map(({ module }) => module) : [];
}

/** Fetched when somebody begins to search; those that do not come are found by their titles. */
async function texts(entries: readonly ModuleEntry[]): Promise<readonly Module[]> {
  const paths = entries.filter(forPeople).flatMap((entry) => spoken(entry, language.value)?.path ?? []);
  const came = await Promise.all(paths.map((path) => content.module(path).catch(() => undefined)));
  return came.filter((module) => module !== undefined);
}
