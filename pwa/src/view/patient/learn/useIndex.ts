import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ModuleEntry } from "../../../domain/module.ts";
import { lastIndex, wholeIndex } from "../../../sync/content.ts";
import { forReader } from "../../../sync/modules.ts";

const found = signal<readonly ModuleEntry[] | "away" | null>(null);

/** The modules there are for the one who reads; "away" when they were never fetched and there is no network. */
export function useModules(): readonly ModuleEntry[] | "away" | null {
  useEffect(() => {
    void lastIndex().then((last) => last?.modules && (found.value ??= last.modules));
    wholeIndex().then(
      ({ modules = [] }) => (found.value = modules),
      () => (found.value ??= "away"),
    );
  }, []);
  const all = found.value;
  return !all || all === "away" ? all : forReader(all);
}
