import { spoken } from "../../../domain/module.ts";
import type { VisitQuestion } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import { useModules } from "../learn/useIndex.ts";

/** The module that a question came up in, by its title when it is on the phone, and the paragraph that it is about. */
export function FromModule({ entry: { module, passage } }: { entry: VisitQuestion }) {
  return module ? <Named id={module} passage={passage ?? ""} /> : null;
}

function Named({ id, passage }: { id: string; passage: string }) {
  const modules = useModules();
  const entry = modules && modules !== "away" ? modules.find((each) => each.id === id) : undefined;
  const title = entry && spoken(entry, language.value)?.title;
  return (
    <>
      {title && <p class="quiet">{_("About what you read: {title}", { title })}</p>}
      {passage && <p class="passage">{passage}</p>}
    </>
  );
}
