import { useSignal } from "@preact/signals";
import type { TalkQuestion } from "../../../domain/module.ts";
import { _ } from "../../../i18n/index.ts";
import { Radios } from "../parts/fields.tsx";

/** A question whose answers explain. What was answered is kept nowhere. */
export function AskedBack({ question, lang }: { question: TalkQuestion; lang: string }) {
  const chosen = useSignal("");
  const option = question.options.find(({ code }) => code === chosen.value);
  return (
    <div class="stack" lang={lang}>
      <Radios
        label={_("Choose one.")}
        value={chosen.value}
        onValue={(code) => (chosen.value = code)}
        options={question.options.map(({ code, text }) => ({ value: code, words: text }))}
      />
      <div role="status">
        {option && <p class="notice">{option.explain || (option.right ? _("Yes, that is how it is.") : _("We would say it in another way."))}</p>}
      </div>
    </div>
  );
}
