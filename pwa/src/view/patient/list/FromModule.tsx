import { spoken } from "../../../domain/module.ts";
import { _, language } from "../../../i18n/index.ts";
import { useModules } from "../learn/useIndex.ts";

/** The module that a question came up in, by its title when it is on the phone. */
export function FromModule({ id }: { id: string }) {
  return id ? <Named id={id} /> : null;
}

function Named({ id }: { id: string }) {
  const modules = useModules();
  const entry = modules && modules !== "away" ? modules.find((each) => each.id === id) : undefined;
  const title = entry && spoken(entry, language.value)?.title;
  return title ? <p class="quiet">{_("About what you read: {title}", { title })}</p> : null;
}
