import { useSignal } from "@preact/signals";
import { OPEN_LABEL } from "../../../domain/questionnaire/extensions.ts";
import { extra } from "../../../domain/questionnaire/texts.ts";
import type { Answer } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import type { Asked } from "./asked.ts";
import { Choices, choicesOf, keyOf } from "./Choices.tsx";
import { spokenChoices } from "./spokenChoices.ts";

/** Options to tick, with room for something else. */
export function OpenChoices(asked: Asked) {
  return (
    <Choices {...asked} spoken={spokenChoices(asked)}>
      <SomethingElse asked={asked} />
    </Choices>
  );
}

function SomethingElse({ asked }: { asked: Asked }) {
  const { node, answer, language, onAnswer, id } = asked;
  const several = node.item.repeats === true;
  const keys = new Set(choicesOf(asked).map(({ key }) => key));
  const own = answer.find((each) => typeof each.valueString === "string" && !keys.has(keyOf(each)));
  const open = useSignal(own !== undefined);
  const label = extra(node.item, OPEN_LABEL, language) || _("Something else");
  const others = (): readonly Answer[] => (several ? answer.filter((each) => each !== own) : []);
  const write = (words: string): void => onAnswer(words.trim() === "" ? others() : [...others(), { valueString: words }]);
  return (
    <>
      <label class="choice">
        <input
          type={several ? "checkbox" : "radio"}
          name={id ?? node.item.linkId}
          checked={own !== undefined || (open.value && (several || answer.length === 0))}
          onChange={(event) => {
            open.value = event.currentTarget.checked;
            if (!open.value || !several) onAnswer(others());
          }}
        />
        {label}
      </label>
      {(own !== undefined || (open.value && (several || answer.length === 0))) && (
        <input
          class="field"
          type="text"
          aria-label={label}
          maxLength={node.item.maxLength ?? 1_000}
          value={own?.valueString ?? ""}
          onInput={(event) => write(event.currentTarget.value)}
        />
      )}
    </>
  );
}
