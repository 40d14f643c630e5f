import type { Module } from "../../../domain/module.ts";
import { _ } from "../../../i18n/index.ts";
import { Page } from "../Page.tsx";
import { go } from "../route.ts";
import { blocks } from "./blocks.ts";
import { beginning, passage } from "./passage.ts";

/** Which paragraph of the screen the question is about; then it is written on the list. */
export function AskAbout({ module, at, onBack }: { module: Module; at: number; onBack: () => void }) {
  const step = module.steps[at];
  const all = step ? blocks(step.html, []).flatMap(({ passages }) => passages) : [];
  const ask = (words: string) => () => {
    passage.value = { module: module.id, screen: at + 1, words: beginning(words) };
    go(`/p/list/questions/about/${module.id}`);
  };
  return (
    <Page heading={_("What do you want to ask about?")} back={{ words: _("Back"), onClick: onBack }}>
      <ul class="plain choices" lang={module.language}>
        {[step?.title ?? "", ...all].map((words, n) => (
          <li key={n}>
            <button type="button" class="choice" onClick={ask(words)}>
              {n === 0 ? <b>{words}</b> : words}
            </button>
          </li>
        ))}
      </ul>
    </Page>
  );
}
