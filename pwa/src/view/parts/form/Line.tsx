import { useSignal } from "@preact/signals";
import { readNumber, shownNumber } from "./numbers.ts";
import { type Asked, told } from "./asked.ts";

/** A number on a line of its own. What is no number stays where it was typed, and is no answer. */
export function Line(asked: Asked) {
  const { node, answer, language, onAnswer, onUnreadable } = asked;
  const whole = node.item.type === "integer";
  const typed = useSignal<string | null>(null);
  const value = answer[0]?.valueInteger ?? answer[0]?.valueDecimal ?? null;
  const reads = typed.value === null ? null : readNumber(typed.value, whole);
  const shown = typed.value !== null && reads === value ? typed.value : value === null ? (typed.value ?? "") : shownNumber(value, language);
  return (
    <input
      class="field number"
      type="text"
      inputMode={whole ? "numeric" : "decimal"}
      autocomplete="off"
      name={node.item.linkId}
      {...told(asked)}
      value={shown}
      onInput={(event) => {
        typed.value = event.currentTarget.value;
        const number = readNumber(typed.value, whole);
        onAnswer(number === null ? [] : [whole ? { valueInteger: number } : { valueDecimal: number }]);
        onUnreadable?.(number === null ? typed.value.trim() : "");
      }}
    />
  );
}
