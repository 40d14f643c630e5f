import type { Module } from "../../../domain/module.ts";
import type { TeachBack } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import type { Talk } from "../../../store/here.ts";
import { Button } from "../../parts/Button.tsx";
import { WordsField } from "../../parts/Field.tsx";
import { NotSaved } from "../form/Saved.tsx";
import { Page } from "../Page.tsx";
import { useJotting } from "../useJotting.ts";
import { Choosing } from "./Choosing.tsx";
import { chosenIn, talkAbout, withTalk } from "./talk.ts";

interface Told {
  module: Module;
  onBack: () => void;
  /** `jotting`: where it was begun. */
  onTold: (told: TeachBack, jotting: string) => Promise<void>;
  onEnd: () => void;
}

/** The reader tells it back. Whatever comes out, it says how well we explained, and is never a grade. */
export function Telling({ module, onBack, onTold, onEnd }: Told) {
  const about = `teach-back ${module.id}`;
  const own = useJotting(about);
  const { ask, questions = [], points = [] } = module.teachBack ?? { ask: "" };
  const { at, chosen, first, unsure } = talkAbout(module, own.jotting);
  const passOn = own.jotting.passOn === true;
  const choose = (how: (before: Talk) => Partial<Talk>): void => own.choose((before) => withTalk(module, before, how));
  const before = { words: _("Back"), onClick: () => (at === 0 ? onBack() : choose(() => ({ at: at - 1 }))) };
  const on = (): void => {
    choose(() => ({ at: at + 1 }));
    scrollTo(0, 0);
  };

  async function done(): Promise<void> {
    const words = own.words.trim();
    await own.flush();
    const answers = questions.map((_question, n) => first[n] ?? "");
    await onTold({ ...(words && passOn && { words }), chosen: answers, unsure: points.filter((_point, n) => unsure.includes(n)) }, about);
    onEnd();
    await own.end();
  }

  const question = questions[at - 1];
  if (question) {
    return (
      <Choosing
        key={question.text}
        question={question}
        back={before}
        chosen={chosen[at - 1]}
        onChosen={(code) => choose((before) => chosenIn(before, at - 1, code))}
        onNext={on}
      />
    );
  }
  if (at === 0) {
    return (
      <Page heading={_("Can you tell it in your own words?")} back={before}>
        <p>{ask}</p>
        <WordsField
          label={_("Your own words")}
          hint={_("You may say it out loud instead. This is no test: it shows whether we explain well.")}
          maxLength={4000}
          value={own.words}
          onValue={own.write}
        />
        <NotSaved state="resting" rescue={false} />
        <label class="choice">
          <input type="checkbox" checked={passOn} onChange={({ currentTarget: { checked } }) => own.choose(() => ({ passOn: checked }))} />
          <span>
            {_("Keep my words for the talk with the nurse")}
            <small>{_("Otherwise nobody sees them.")}</small>
          </span>
        </label>
        <Button wide onClick={on}>
          {_("Next")}
        </Button>
      </Page>
    );
  }
  return (
    <Page heading={_("Is there something you are still unsure about?")} back={before}>
      <p class="quiet below-heading">{_("Then we explain it once more, and better.")}</p>
      <fieldset class="choices">
        <legend class="unseen">{_("I am still unsure about")}</legend>
        {points.map((point, n) => (
          <label class="choice" key={point}>
            <input
              type="checkbox"
              checked={unsure.includes(n)}
              onChange={({ currentTarget: { checked } }) =>
                choose(({ unsure }) => ({ unsure: [...unsure.filter((each) => each !== n), ...(checked ? [n] : [])] }))
              }
            />
            {point}
          </label>
        ))}
      </fieldset>
      <Button wide onClick={() => void done()}>
        {_("Done")}
      </Button>
    </Page>
  );
}
