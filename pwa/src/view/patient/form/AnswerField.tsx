import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { type Item, options } from "../../../domain/questionnaire/index.ts";
import type { Answer } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";

interface Answering {
  item: Item;
  answer: readonly Answer[];
  /** How somebody else might answer, for those who want to see it. */
  examples: readonly string[];
  onAnswer: (answer: readonly Answer[]) => void;
}

/** What one answers with, by the type of the question. */
export function AnswerField(asked: Answering) {
  switch (asked.item.type) {
    case "choice":
    case "boolean":
      return <Choices {...asked} />;
    case "integer":
      return <Whole {...asked} />;
    default:
      return <OwnWords {...asked} />;
  }
}

function OwnWords({ item, answer, examples, onAnswer }: Answering) {
  const area = useRef<HTMLTextAreaElement>(null);
  const typed = useSignal("");
  const kept = answer[0]?.valueString ?? "";
  // Blanks alone are no answer, but they stand where they were typed.
  const shown = kept === "" && typed.value.trim() === "" ? typed.value : kept;
  const hint = useSignal<"" | "speak" | "examples">("");
  const toggle = (which: "speak" | "examples") => () => void (hint.value = hint.value === which ? "" : which);
  return (
    <div class="stack tight">
      <textarea
        ref={area}
        class="field"
        aria-label={_("Your answer")}
        maxLength={item.maxLength ?? 10_000}
        value={shown}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          onAnswer(typed.value.trim() === "" ? [] : [{ valueString: typed.value }]);
        }}
      />
      <div class="row apart">
        <Button
          kind="plain"
          icon="microphone"
          aria-expanded={hint.value === "speak"}
          onClick={() => {
            toggle("speak")();
            area.current?.focus();
          }}
        >
          {_("Speak")}
        </Button>
        {examples.length > 0 && (
          <Button kind="plain" aria-expanded={hint.value === "examples"} onClick={toggle("examples")}>
            {_("Show examples")}
          </Button>
        )}
      </div>
      <div role="status">
        {hint.value === "speak" && (
          <p class="notice">{_("Press the microphone on your phone's keyboard and speak. The words come by themselves.")}</p>
        )}
        {hint.value === "examples" && (
          <ul class="examples">
            {examples.map((example) => (
              <li key={example}>{example}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function Choices({ item, answer, onAnswer }: Answering) {
  const several = item.repeats === true;
  const all: { key: string; words: string; answer: Answer }[] =
    item.type === "boolean"
      ? [
          { key: "yes", words: _("Yes"), answer: { valueBoolean: true } },
          { key: "no", words: _("No"), answer: { valueBoolean: false } },
        ]
      : options(item, language.value).map(({ code, display }) => ({
          key: code,
          words: display,
          answer: { valueCoding: { code, display } },
        }));
  const chosen = new Set(answer.map(keyOf));
  return (
    <fieldset class="choices">
      <legend class={several ? "quiet" : "unseen"}>{several ? _("You can choose several.") : _("Choose one.")}</legend>
      {all.map(({ key, words, answer: own }) => (
        <label class="choice" key={key}>
          <input
            type={several ? "checkbox" : "radio"}
            name={item.linkId}
            checked={chosen.has(key)}
            onChange={(event) => {
              const others = several ? answer.filter((each) => keyOf(each) !== key) : [];
              onAnswer(event.currentTarget.checked ? [...others, own] : others);
            }}
          />
          {words}
        </label>
      ))}
      {!several && answer.length > 0 && (
        <button type="button" class="link" onClick={() => onAnswer([])}>
          {_("Remove the choice")}
        </button>
      )}
    </fieldset>
  );
}
const keyOf = ({ valueCoding, valueBoolean }: Answer): string =>
  valueCoding?.code ?? (valueBoolean === true ? "yes" : valueBoolean === false ? "no" : "");

function Whole({ item, answer, onAnswer }: Answering) {
  const value = answer[0]?.valueInteger;
  return (
    <input
      class="field"
      type="text"
      inputMode="numeric"
      aria-label={_("Your answer")}
      name={item.linkId}
      value={value ?? ""}
      onInput={(event) => {
        const typed = event.currentTarget.value.trim();
        onAnswer(/^-?\d{1,9}$/.test(typed) ? [{ valueInteger: Number(typed) }] : []);
      }}
    />
  );
}
