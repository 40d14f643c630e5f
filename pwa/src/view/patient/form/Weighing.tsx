import { effect, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { spot as spotOf } from "../../../domain/join.ts";
import { type Evaluating, expressions, type Given, type Outcome } from "../../../domain/questionnaire/expressions.ts";
import { _ } from "../../../i18n/index.ts";
import { statements } from "../../../store/answers.ts";
import { stay } from "../../../store/documents.ts";
import { hold } from "../../../store/form.ts";
import { outcomes } from "./outcome.ts";
import { answersNow } from "./pen.ts";
import { statement } from "./statement.ts";
import type { LoadedForm } from "./useForm.ts";
import { speaker } from "./WhoSaid.tsx";

/** How long somebody must have stopped before it is worked out again. */
const PAUSE = 150;

/** Works out what the form's expressions say, and writes down what it calculates. */
export function Weighing({ loaded: { form, questionnaire, ready } }: { loaded: LoadedForm }) {
  const away = useSignal(false);
  useEffect(() => {
    let [over, stop]: [boolean, () => void] = [false, () => undefined];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let evaluating: Evaluating | undefined;

    async function take(given: readonly Given[]): Promise<void> {
      for (const { linkId, within, answer } of given) {
        const item = ready.nodes.get(linkId)?.item;
        const spot = spotOf({ linkId, within });
        if (item) await hold(form, spot, statement(item, spot, answer, speaker()), statements(form).get(spot)?.audience ?? "all");
      }
    }
    async function weigh(weighed: Promise<Outcome>): Promise<void> {
      const outcome = await weighed;
      if (over) return;
      outcomes.value = new Map(outcomes.peek()).set(form.shared, outcome);
      await take([...outcome.initial, ...outcome.calculated]);
    }

    expressions(questionnaire, stay.value?.given ?? "").then(
      (found) => {
        if (over) return found.close();
        evaluating = found;
        const untouched = statements(form).size === 0;
        let first = true;
        stop = effect(() => {
          const items = answersNow(form, { ...ready, crossed: true });
          clearTimeout(timer);
          const begin = first && untouched;
          timer = setTimeout(() => void weigh(begin ? found.begin(items) : found.weigh(items)).catch(() => undefined), first ? 0 : PAUSE);
          first = false;
        });
      },
      () => (away.value = true),
    );
    return () => {
      over = true;
      stop();
      clearTimeout(timer);
      evaluating?.close();
    };
  }, [form.path]);
  return away.value ? <p class="notice">{_("This form works out some answers by itself. It does so when there is a network.")}</p> : null;
}
