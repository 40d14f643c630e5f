import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Module } from "../../../domain/module.ts";
import type { TeachBack } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import { WordsField } from "../../parts/Field.tsx";
import { Page } from "../Page.tsx";
import { CallUs } from "../Urgent.tsx";
import { useJotting } from "../useJotting.ts";
import { Choosing } from "./Choosing.tsx";
import { Feedback } from "./Feedback.tsx";
import { endTalk, talkAbout } from "./talk.ts";

interface Told {
  module: Module;
  onBack: () => void;
  /** `jotting`: where the words were begun. */
  onTold: (told: TeachBack, jotting: string) => Promise<void>;
}

/** The reader tells it back. Whatever comes out, it says how well we explained, and is never a grade. */
export function Telling({ module, onBack, onTold }: Told) {
  const talk = module.teachBack;
  const at = useSignal(0);
  const about = `teach-back ${module.id}`;
  const own = useJotting(about);
  const { chosen, first, unsure, passOn } = useMemo(() => talkAbout(module), [module]);
  const questions = talk?.questions ?? [];
  const back = at.value === 0 ? onBack : () => void at.value--;
  const before = { words: _("Back"), onClick: back };
  const on = (): void => {
    at.value++;
    scrollTo(0, 0);
  };

  async function done(): Promise<void> {
    const words = own.words.trim();
    await own.flush();
    const answers = questions.map((_question, n) => first[n] ?? "");
    await onTold({ ...(words && passOn.value && { words }), chosen: answers, unsure: unsure.value }, about);
    endTalk(module);
    on();
  }

  if (talk && at.value === 0) {
    return (
      <Page heading={_("Can you tell it in your own words?")} back={before}>
        <p>{talk.ask}</p>
        <WordsField
          label={_("Your own words")}
          hint={_("You may say it out loud instead. This is no test: it shows whether we explain well.")}
          maxLength={4000}
          value={own.words}
          onValue={own.write}
        />
        <label class="choice">
          <input type="checkbox" checked={passOn.value} onChange={(event) => (passOn.value = event.currentTarget.checked)} />
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
  const question = questions[at.value - 1];
  if (question) {
    return (
      <Choosing
        key={question.text}
        question={question}
        back={before}
        chosen={chosen.value[at.value - 1]}
        onChosen={(code) => {
          const next = [...chosen.value];
          next[at.value - 1] = code;
          first[at.value - 1] ??= code;
          chosen.value = next;
        }}
        onNext={on}
      />
    );
  }
  if (talk && at.value === questions.length + 1) {
    return (
      <Page heading={_("Is there something you are still unsure about?")} back={before}>
        <p class="quiet below-heading">{_("Then we explain it once more, and better.")}</p>
        <fieldset class="choices">
          <legend class="unseen">{_("I am still unsure about")}</legend>
          {(talk.points ?? []).map((point) => (
            <label class="choice" key={point}>
              <input
                type="checkbox"
                checked={unsure.value.includes(point)}
                onChange={(event) => {
                  const rest = unsure.value.filter((each) => each !== point);
                  unsure.value = event.currentTarget.checked ? [...rest, point] : rest;
                }}
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
  return <Finished module={module} unsure={unsure.value.length > 0} />;
}

function Finished({ module, unsure }: { module: Module; unsure: boolean }) {
  return (
    <Page heading={_("Thank you for reading")} back={{ href: "/p/learn", words: _("Learn") }} places>
      <p>
        {unsure
          ? _("We see what you are unsure about, so that we can explain it better.")
          : _("You can read it again whenever you want, also without a network.")}
      </p>
      {unsure && <CallUs />}
      <Feedback module={module} />
    </Page>
  );
}
