import { controls, first, MAX_VALUE, MIN_VALUE, SLIDER_STEP } from "../../../domain/questionnaire/extensions.ts";
import { question } from "../../../domain/questionnaire/texts.ts";
import type { Answer } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { type Asked, told } from "./asked.ts";
import { shownNumber } from "./numbers.ts";

/** A number on a line between two ends. Before it is touched it is no answer, and looks so. */
export function Slider(asked: Asked) {
  const { node, answer, language, onAnswer } = asked;
  const { item } = node;
  const limit = (urls: readonly string[], otherwise: number): number => {
    const found = first(item, ...urls);
    return found?.valueInteger ?? found?.valueDecimal ?? otherwise;
  };
  const [least, most] = [limit(MIN_VALUE, 0), limit(MAX_VALUE, 10)];
  const step = limit([SLIDER_STEP], item.type === "integer" ? 1 : (most - least) / 100);
  const value = answer[0]?.valueInteger ?? answer[0]?.valueDecimal ?? answer[0]?.valueQuantity?.value ?? null;
  const end = (which: string): string => {
    const shown = item.item?.find((child) => controls(child).includes(which));
    return shown ? question(shown, language) : "";
  };
  const given = (number: number): Answer =>
    item.type === "integer" ? { valueInteger: number } : item.type === "quantity" ? { valueQuantity: { value: number } } : { valueDecimal: number };
  const choose = (typed: string): void => onAnswer([given(Number(typed))]);
  const ends = [end("lower") || String(least), end("upper") || String(most)] as const;
  return (
    <div class={value === null ? "slider stack tight" : "slider stack tight chosen-one"}>
      <output class="large" aria-hidden="true">
        {value === null ? _("Not chosen yet") : shownNumber(value, language)}
      </output>
      <input
        type="range"
        min={least}
        max={most}
        step={step}
        value={value ?? (least + most) / 2}
        {...told(asked)}
        aria-describedby={[`${asked.id ?? item.linkId}-ends`, asked.describedBy].filter(Boolean).join(" ")}
        aria-valuetext={value === null ? _("Not chosen yet") : `${shownNumber(value, language)}`}
        onInput={(event) => choose(event.currentTarget.value)}
        onClick={(event) => value === null && choose(event.currentTarget.value)}
        onKeyDown={(event) => value === null && event.key === "Enter" && choose(event.currentTarget.value)}
      />
      <div class="row apart quiet" id={`${asked.id ?? item.linkId}-ends`}>
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
      {value !== null && (
        <button type="button" class="link" onClick={() => onAnswer([])}>
          {_("Remove the choice")}
        </button>
      )}
    </div>
  );
}
