import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type ModuleEntry, readIn, spoken } from "../../../domain/module.ts";
import { language } from "../../../i18n/index.ts";
import * as content from "../../team/content.ts";

/** What a module is called in the language of the page; until that is known, as the server calls it. */
export function useTitles(organization: string): (module: string, otherwise: string) => string {
  const entries = useSignal<readonly ModuleEntry[]>([]);
  useEffect(() => void content.index().then(({ modules = [] }) => (entries.value = readIn(modules, organization)), () => undefined), []);
  return (module, otherwise) => {
    const entry = entries.value.find(({ id }) => id === module);
    return (entry && spoken(entry, language.value)?.title) || otherwise;
  };
}
