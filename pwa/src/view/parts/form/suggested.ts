import type { Form, Node } from "../../../domain/questionnaire/form.ts";
import type { Answer } from "../../../domain/wire.ts";
import { choicesOf } from "./Choices.tsx";

/** What a form suggests before anybody has answered, by spot. Within what comes several times nothing is suggested: see `check`. */
export const suggestions = ({ nodes }: Form, language: string): { spot: string; answer: readonly Answer[] }[] =>
  [...nodes.values()].flatMap((node) => {
    const answer = node.asked && node.where === 0 ? suggested(node, language) : [];
    return answer.length > 0 ? [{ spot: node.item.linkId, answer }] : [];
  });

function suggested(node: Node, language: string): Answer[] {
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
