/**
 * What a form's FHIRPath expressions say: docs/questionnaires.md, "Expressions". The library that reads FHIRPath is in
 * a file of its own, which is fetched when a form needs it, and runs in a worker: no expression stops anybody's typing.
 */
import type { Answer, ResponseItem } from "../wire.ts";
import { ANSWER_EXPRESSION, CALCULATED, ENABLE_WHEN_EXPRESSION, first, INITIAL_EXPRESSION } from "./extensions.ts";
import type { Node } from "./form.ts";
import type { Met, Place } from "./places.ts";
import type { Item, Option, Questionnaire } from "./resource.ts";

export type Kind = "calculated" | "enabled" | "initial" | "options" | "variable";
export const URLS = {
  calculated: CALCULATED,
  enabled: [ENABLE_WHEN_EXPRESSION],
  initial: [INITIAL_EXPRESSION],
  options: [ANSWER_EXPRESSION],
} as const;

/** Answers that the form gives by itself; who writes them is who writes the form. */
export interface Given {
  readonly linkId: string;
  readonly within: string;
  readonly answer: readonly Answer[];
}

/** An expression that is left out: the item is as if it had none. `detail` is for who made the form. */
export interface Fault {
  readonly linkId: string;
  readonly kind: Kind;
  readonly why: "not-fhirpath" | "too-long" | "broken" | "wrong-type" | "unsettled" | "too-slow" | "too-many";
  readonly detail: string;
}

export interface Outcome {
  /** For `places`. */
  readonly met: Met;
  /** What differs from the answers that were given; an empty one takes an answer away. */
  readonly calculated: readonly Given[];
  /** For questions that nobody has touched, where it was asked for. */
  readonly initial: readonly Given[];
  /** What a question with an answerExpression offers there. */
  readonly options: (node: Node, within: string) => readonly Option[] | undefined;
  /** Whether the form answers this question, and nobody else does. */
  readonly calculates: (node: Node) => boolean;
  readonly faults: readonly Fault[];
}

export interface Evaluating {
  /**
   * What the expressions say of these answers. Asked again before it has answered, it answers both by the newest.
   * `shown`: the places on the screen, for the blank instances among them.
   */
  readonly weigh: (items: readonly ResponseItem[], shown?: readonly Place[]) => Promise<Outcome>;
  /** The same with initial answers: when a form is begun, and when an instance is added. */
  readonly begin: (items: readonly ResponseItem[], shown?: readonly Place[]) => Promise<Outcome>;
  readonly close: () => void;
}

/** A question as it is shown: with the options that its expression gives; read-only where the form answers it itself. */
export function drawn(outcome: Outcome | undefined, node: Node, within: string): Node {
  if (!outcome) return node;
  const options = outcome.options(node, within) ?? node.options;
  const item = outcome.calculates(node) ? { ...node.item, readOnly: true } : node.item;
  return { ...node, item, options };
}

const ALL = Object.values(URLS).flat();
const needs = (item: Item): boolean => first(item, ...ALL) !== undefined || (item.item ?? []).some(needs);

/** Whether any item of a form has an expression. */
export const needsExpressions = ({ item = [] }: Questionnaire): boolean => item.some(needs);

/** Fetches what reads expressions; it fails where that lies not on the phone and there is no network. `given`: the person's given name. */
export async function expressions(questionnaire: Questionnaire, given = ""): Promise<Evaluating> {
  const { evaluating } = await import("./expressions/evaluating.ts");
  return evaluating(questionnaire, given);
}
