import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { help, options, question, type Item } from "../../../domain/questionnaire/index.ts";
import type { Answer, Speaker } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { WordsField } from "../../parts/Field.tsx";
import { Check } from "../parts/fields.tsx";
import { SpeakerChoice } from "./SpeakerChoice.tsx";
import type { Typed } from "./typed.ts";

interface Asked {
  item: Item;
  language: string;
  who: ReadonlyMap<string, Speaker>;
  speaker: string;
  typed: Typed;
  onTyped: (next: Partial<Typed>) => void;
}

export function Question({ item, language, who, speaker, typed, onTyped }: Asked) {
  const more = useSignal(typed.staff || typed.declined || (typed.saidBy ?? speaker) !== speaker);
  const closed = (item.answerOption ?? []).length > 0;
  const answer = (next: readonly Answer[]): void =>
    onTyped({ answer: next, ...(next.length > 0 && { declined: false }) });
  return (
    <div class="question">
      {closed ? (
        <Options item={item} language={language} chosen={typed.answer} onChosen={answer} />
      ) : (
        <WordsField
          label={question(item, language)}
          hint={help(item, language) || undefined}
          value={typed.answer[0]?.valueString ?? ""}
          onValue={(text) => answer(text === "" ? [] : [{ valueString: text }])}
          rows={2}
          maxLength={item.maxLength ?? 4000}
        />
      )}
      <details open={more.value} onToggle={(event) => (more.value = event.currentTarget.open)}>
        <summary>{_("More about this answer")}</summary>
        <div class="row">
          <Check on={typed.staff} onValue={(on) => onTyped({ staff: on })}>
            {_("Only for health personnel")}
          </Check>
          <Check on={typed.declined} onValue={(on) => onTyped({ declined: on, ...(on && { answer: [] }) })}>
            {_("Asked, would rather not say")}
          </Check>
          <SpeakerChoice
            small
            label={_("Who says this?")}
            who={who}
            value={typed.saidBy ?? speaker}
            onValue={(saidBy) => onTyped({ saidBy })}
          />
        </div>
      </details>
    </div>
  );
}

interface Choosing {
  item: Item;
  language: string;
  chosen: readonly Answer[];
  onChosen: (next: readonly Answer[]) => void;
}

function Options({ item, language, chosen, onChosen }: Choosing) {
  const name = useId();
  const codes = new Set(chosen.flatMap(({ valueCoding }) => valueCoding?.code ?? []));
  const toggle = (coding: { code: string; display: string }): void => {
    const rest = item.repeats ? chosen.filter(({ valueCoding }) => valueCoding?.code !== coding.code) : [];
    onChosen(codes.has(coding.code) ? rest : [...rest, { valueCoding: coding }]);
  };
  return (
    <fieldset class="choices in-row">
      <legend class="label">{question(item, language)}</legend>
      {options(item, language).map((coding) => (
        <label class="choice" key={coding.code}>
          <input
            type={item.repeats ? "checkbox" : "radio"}
            name={name}
            checked={codes.has(coding.code)}
            onChange={() => toggle(coding)}
          />
          <span>{coding.display}</span>
        </label>
      ))}
    </fieldset>
  );
}
