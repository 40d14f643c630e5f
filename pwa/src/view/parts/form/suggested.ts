import type { Node } from "../../../domain/questionnaire/form.ts";
import type { Answer } from "../../../domain/wire.ts";
import { choicesOf } from "./Choices.tsx";

/** What the form suggests for a question before anybody has answered it. */
export function suggested(node: Node, language: string): Answer[] {
  const { item, options } = node;
  const chosen = options.flatMap(({ initialSelected }, n) => (initialSelected ? (choicesOf({ node, language })[n]?.answer ?? []) : []));
  const given = (item.initial ?? []).map(({ valueCoding, valueQuantity, ...plain }): Answer => {
    if (valueCoding) return { valueCoding: { code: valueCoding.code ?? "", display: valueCoding.display ?? "", ...(valueCoding.system && { system: valueCoding.system }) } };
    if (valueQuantity) return { valueQuantity: { ...valueQuantity, value: valueQuantity.value ?? 0 } };
    return plain;
  });
  const all = chosen.length > 0 ? chosen : given;
  return item.repeats ? all : all.slice(0, 1);
}
