import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ModuleEntry } from "../../../domain/module.ts";
import { contentIndex } from "../../../sync/content.ts";
import { helping } from "../form/WhoSaid.tsx";

const found = signal<readonly ModuleEntry[] | "away" | null>(null);

/** The modules there are for the one who reads; "away" when they were never fetched and there is no network. */
export function useModules(): readonly ModuleEntry[] | "away" | null {
  useEffect(() => {
    contentIndex().then(
      ({ modules = [] }) => (found.value = modules),
      () => (found.value ??= "away"),
    );
  }, []);
  const all = found.value;
  if (!all || all === "away") return all;
  return all.filter(({ forWhom }) => !forWhom || forWhom.includes(helping() ? "carer" : "patient"));
}
