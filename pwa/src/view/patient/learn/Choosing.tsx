import type { TalkQuestion } from "../../../domain/module.ts";
import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import { type BackTo, Page } from "../Page.tsx";

interface Asked {
  question: TalkQuestion;
  back: BackTo;
  chosen: string | undefined;
  onChosen: (code: string) => void;
  onNext: () => void;
}

/** A question whose answers explain. */
export function Choosing({ question, back, chosen, onChosen, onNext }: Asked) {
  const option = question.options.find(({ code }) => code === chosen);
  return (
    <Page heading={question.text} back={back}>
      <fieldset class="choices">
        <legend class="unseen">{_("Choose one.")}</legend>
        {question.options.map(({ code, text }) => (
          <label class="choice" key={code}>
            <input type="radio" name="option" checked={chosen === code} onChange={() => onChosen(code)} />
            {text}
          </label>
        ))}
      </fieldset>
      <div role="status">
        {option && (
          <p class="notice">
            {option.right ? (option.explain ?? _("Yes, that is how it is.")) : (option.explain ?? _("We would say it in another way. Ask us about it."))}
          </p>
        )}
      </div>
      <Button wide kind={chosen ? "main" : "second"} onClick={onNext}>
        {chosen ? _("Next") : _("Skip")}
      </Button>
    </Page>
  );
}
