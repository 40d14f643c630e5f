import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Module } from "../../../domain/module.ts";
import { _ } from "../../../i18n/index.ts";
import { progress } from "../../../store/marks.ts";
import { readsEasily } from "../../../store/reading.ts";
import { content } from "../../../sync/content.ts";
import { chosenPath } from "../../../sync/modules.ts";
import { Page } from "../Page.tsx";
import { END, Reader } from "./Reader.tsx";
import { useModules } from "./useIndex.ts";

const back = () => ({ href: "/p/learn", words: _("Learn") });

/** One module, in the reader's language. `screen`: where to begin, counted from 1; otherwise where one was. */
export function ModulePage({ id, screen }: { id: string; screen: number }) {
  const modules = useModules();
  const entry = modules && modules !== "away" ? modules.find((each) => each.id === id) : undefined;
  const path = entry && chosenPath(entry, readsEasily.value);
  const at = useSignal(screen >= 1 ? screen - 1 : -1);
  const found = useSignal<Module | "away" | null>(null);
  useEffect(() => {
    if (!path) return;
    let still = true;
    const whole = chosenPath(entry, false);
    content<Module>(path)
      // The easy text may not have come yet.
      .catch(() => content<Module>(whole))
      .then(
        (module) => still && open(module),
        () => still && (found.value = "away"),
      );
    return () => void (still = false);
  }, [path]);

  function open(module: Module): void {
    const last = module.steps.length;
    const before = progress(id);
    const resumed = before && !before.finished && before.moduleVersion === module.version ? (before.step ?? 0) : 0;
    const shown = found.value && found.value !== "away" ? found.value.steps[at.value]?.title : undefined;
    const same = module.steps.findIndex(({ title }) => title === shown);
    // Another text of the same has other screens: whoever read one of them is not sent into the talk.
    const stays = shown === undefined ? at.value : Math.min(at.value, last - 1);
    if (at.value !== END) at.value = Math.min(same >= 0 ? same : at.value < 0 ? resumed : stays, last);
    found.value = module;
  }

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
  if (!module || !entry) return <Page heading={_("Just a moment …")} back={back()}>{null}</Page>;
  return <Reader key={`${module.id} ${module.language}`} module={module} at={at} entry={entry} />;
}
