/** The thread that expressions run in. First it is given a form, then questions, one at a time. */
import { formOf } from "../form.ts";
import type { Questionnaire } from "../resource.ts";
import { type Evaluator, evaluator, type Question, type Told } from "./evaluator.ts";

/** `careful`: say of each expression that it is about to run. */
export type Asked =
  | { readonly form: Questionnaire; readonly given: string; readonly slow: ReadonlySet<number>; readonly careful: boolean }
  | { readonly question: Question };
export type Said = { readonly ready: true } | { readonly trying: number } | { readonly told: Told };

let form: Evaluator | undefined;
const say = (said: Said): void => self.postMessage(said);

self.addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  if ("form" in data) form = evaluator(formOf(data.form), data.given, data.slow, (trying) => data.careful && say({ trying }));
  else if (form) say({ told: form.weigh(data.question) });
});
say({ ready: true });
