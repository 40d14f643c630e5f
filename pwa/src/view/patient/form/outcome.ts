import { signal } from "@preact/signals";
import type { Outcome } from "../../../domain/questionnaire/expressions.ts";
import type { Node } from "../../../domain/questionnaire/form.ts";
import type { FormForStay } from "../../../domain/wire.ts";
import { onLeave } from "../../../store/here.ts";

/** What the expressions of a form say of what is answered now, for the few forms that have any. */
export const outcomes = signal<ReadonlyMap<string, Outcome>>(new Map());
onLeave(() => void (outcomes.value = new Map()));

export const outcomeOf = (form: FormForStay): Outcome | undefined => outcomes.value.get(form.shared);

/** A question as it is shown: with the options that its expression gives; read-only where the form answers it itself. */
export function drawn(form: FormForStay, node: Node, within: string): Node {
  const outcome = outcomeOf(form);
  if (!outcome) return node;
  const options = outcome.options(node, within) ?? node.options;
  const item = outcome.calculates(node) ? { ...node.item, readOnly: true } : node.item;
  return { ...node, item, options };
}
