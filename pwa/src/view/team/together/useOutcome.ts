import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { spot } from "../../../domain/join.ts";
import { type Evaluating, expressions, needsExpressions, type Outcome } from "../../../domain/questionnaire/expressions.ts";
import type { Questionnaire } from "../../../domain/questionnaire/index.ts";
import type { Answer, ResponseItem } from "../../../domain/wire.ts";

/** How long somebody must have stopped before it is worked out again. */
const PAUSE = 150;

interface Worked {
  readonly spot: string;
  readonly answer: readonly Answer[];
}

/**
 * What the expressions of a form say of its answers; "away" when what reads them could not be fetched.
 * `untouched`: nobody has answered before, so the form may begin with answers of its own. `take` writes down what it answers.
 */
export function useOutcome(
  form: Questionnaire,
  items: readonly ResponseItem[],
  given: string,
  untouched: boolean,
  take: (worked: readonly Worked[]) => void,
): Outcome | "away" | undefined {
  const outcome = useSignal<Outcome | "away" | undefined>(undefined);
  const reading = useSignal<Evaluating | null>(null);
  const first = useRef(untouched);
  const said = JSON.stringify(items);
  useEffect(() => {
    if (!needsExpressions(form)) return;
    let over = false;
    expressions(form, given).then(
      (found) => (over ? found.close() : void (reading.value = found)),
      () => void (over || (outcome.value = "away")),
    );
    return () => {
      over = true;
      reading.peek()?.close();
      reading.value = null;
    };
  }, [form]);
  useEffect(() => {
    const found = reading.value;
    if (!found) return;
    let over = false;
    const weigh = async (): Promise<void> => {
      const come = await (first.current ? found.begin(items) : found.weigh(items));
      if (over) return;
      first.current = false;
      outcome.value = come;
      const worked = [...come.initial, ...come.calculated];
      if (worked.length > 0) take(worked.map((one) => ({ spot: spot(one), answer: one.answer })));
    };
    const timer = setTimeout(() => void weigh().catch(() => undefined), outcome.peek() ? PAUSE : 0);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [reading.value, said]);
  return outcome.value;
}
