import { first, named, UNIT, UNIT_OPTION } from "../../../domain/questionnaire/extensions.ts";
import { translated } from "../../../domain/questionnaire/texts.ts";
import type { Answer } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import type { Asked } from "./asked.ts";
import { Line } from "./Line.tsx";

/** A number with its unit: the form's own, or one to choose. */
export function Amount(asked: Asked) {
  const { node, answer, language, onAnswer } = asked;
  const { item } = node;
  const offered = named(item, UNIT_OPTION).flatMap(({ valueCoding }) => valueCoding ?? []);
  const units = offered.length > 0 ? offered : [first(item, UNIT)?.valueCoding ?? {}];
  const quantity = answer[0]?.valueQuantity;
  const own = units.find(({ code, display }) => (quantity?.code ? quantity.code === code : quantity?.unit === display)) ?? units[0] ?? {};
  const name = (unit: (typeof units)[number]): string => translated(unit.display, unit._display, language) || (unit.code ?? "");
  const measured = (value: number, unit = own): Answer => ({
    valueQuantity: { value, ...(name(unit) && { unit: name(unit) }), ...(unit.system && { system: unit.system }), ...(unit.code && { code: unit.code }) },
  });
  const isMeasured = item.type === "quantity";
  const plain: readonly Answer[] = quantity ? [{ valueDecimal: quantity.value }] : answer;
  const shownUnit = units.length === 1 && name(own);
  return (
    <div class="amount">
      <Line
        {...asked}
        label={shownUnit ? `${asked.label}, ${shownUnit}` : asked.label}
        answer={isMeasured ? plain : answer}
        onAnswer={(next) => {
          const value = next[0]?.valueDecimal ?? undefined;
          onAnswer(!isMeasured ? next : value === undefined ? [] : [measured(value)]);
        }}
      />
      {shownUnit && <span aria-hidden="true">{shownUnit}</span>}
      {units.length > 1 && (
        <select
          class="field"
          aria-label={_("Unit")}
          value={own.code ?? name(own)}
          onChange={(event) => {
            const unit = units.find((each) => (each.code ?? name(each)) === event.currentTarget.value);
            if (unit && quantity) onAnswer([measured(quantity.value, unit)]);
          }}
        >
          {units.map((unit) => (
            <option key={unit.code ?? name(unit)} value={unit.code ?? name(unit)}>
              {name(unit)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
