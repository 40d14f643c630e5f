import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Module, spoken } from "../../../domain/module.ts";
import { _, language } from "../../../i18n/index.ts";
import { content } from "../../../sync/content.ts";
import { Page } from "../Page.tsx";
import { Reader } from "./Reader.tsx";
import { useModules } from "./useIndex.ts";

const back = () => ({ href: "/p/learn", words: _("Learn") });

/** One module, in the reader's language. */
export function ModulePage({ id }: { id: string }) {
  const modules = useModules();
  const entry = modules && modules !== "away" ? modules.find((each) => each.id === id) : undefined;
  const path = entry && spoken(entry, language.value)?.path;
  const found = useSignal<Module | "away" | null>(null);
  useEffect(() => {
    if (!path) return;
    content<Module>(path).then(
      (module) => (found.value = module),
      () => (found.value = "away"),
    );
  }, [path]);
  if (modules === "away" || found.value === "away") {
    return (
      <Page heading={_("This is not on the phone yet")} back={back()}>
        <p>{_("It comes when there is a network.")}</p>
      </Page>
    );
  }
  if (modules && !entry) {
    return (
      <Page heading={_("There is nothing to read here")} back={back()}>
        {null}
      </Page>
    );
  }
  const module = found.value;
  if (!module) return <Page heading={_("Just a moment …")} back={back()}>{null}</Page>;
  return <Reader key={`${module.id} ${module.language}`} module={module} />;
}
