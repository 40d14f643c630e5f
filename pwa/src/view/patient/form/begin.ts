import type { Node } from "../../../domain/questionnaire/form.ts";
import type { Answer } from "../../../domain/wire.ts";
import { language } from "../../../i18n/index.ts";
import { statements } from "../../../store/answers.ts";
import { hold, keepPlace, place } from "../../../store/form.ts";
import { choicesOf } from "../../parts/form/Choices.tsx";
import { statement } from "./statement.ts";
import type { LoadedForm } from "./useForm.ts";
import { speaker } from "./WhoSaid.tsx";

/** What the form suggests for a question before anybody has answered it. */
export function suggested(node: Node): Answer[] {
  const { item, options } = node;
  const chosen = options.flatMap(({ initialSelected }, n) => (initialSelected ? (choicesOf({ node, language: language.value })[n]?.answer ?? []) : []));
  const given = (item.initial ?? []).map(({ valueCoding, valueQuantity, ...plain }): Answer => {
    if (valueCoding) return { valueCoding: { code: valueCoding.code ?? "", display: valueCoding.display ?? "", ...(valueCoding.system && { system: valueCoding.system }) } };
    if (valueQuantity) return { valueQuantity: { ...valueQuantity, value: valueQuantity.value ?? 0 } };
    return plain;
  });
  const all = chosen.length > 0 ? chosen : given;
  return item.repeats ? all : all.slice(0, 1);
}

/** Once, when nobody has answered anything yet. Within what comes several times nothing is suggested: see `check`. */
export async function begin({ form, ready }: LoadedForm): Promise<void> {
  if (place(form).begun || place(form).sent || statements(form).size > 0) return;
  await keepPlace(form, { begun: true });
  for (const node of ready.nodes.values()) {
    const answer = node.asked && node.where === 0 ? suggested(node) : [];
    if (answer.length > 0) await hold(form, node.item.linkId, statement(node.item, node.item.linkId, answer, speaker()), "all");
  }
}
