import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { _ } from "../../../i18n/index.ts";
import { Button } from "../Button.tsx";
import { type Asked, told } from "./asked.ts";

/** Room for one's own words, spoken or typed. */
export function OwnWords(asked: Asked) {
  const { node, answer, examples = [], onAnswer } = asked;
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
        {...told(asked)}
        maxLength={node.item.maxLength ?? 10_000}
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
