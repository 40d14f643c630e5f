import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Item, type Questionnaire, questions } from "../../../domain/questionnaire/index.ts";
import type { FormForStay } from "../../../domain/wire.ts";
import { stay } from "../../../store/documents.ts";
import { content } from "../../../sync/content.ts";

const ASKED: ReadonlySet<string> = new Set(["text", "string", "choice", "boolean", "integer"]);

export interface LoadedForm {
  readonly form: FormForStay;
  readonly questionnaire: Questionnaire;
  /** In the order they are asked. */
  readonly asked: readonly Item[];
}

const loaded = new Map<string, LoadedForm>();

/** The stay's form by its name; "away" when it is not on the phone and there is no network. */
export function useForm(name: string | undefined): LoadedForm | "away" | null {
  const form = stay.value?.forms?.find((each) => each.name === name) ?? stay.value?.forms?.[0];
  const found = useSignal<LoadedForm | "away" | null>(null);
  useEffect(() => {
    if (form) void load(form).then((got) => (found.value = got));
  }, [form?.path]);
  if (!form) return null;
  const known = loaded.get(form.path);
  return known ? { ...known, form } : found.value;
}

async function load(form: FormForStay): Promise<LoadedForm | "away"> {
  try {
    const questionnaire = await content<Questionnaire>(form.path);
    const got = { form, questionnaire, asked: questions(questionnaire.item).filter(({ type }) => ASKED.has(type)) };
    loaded.set(form.path, got);
    return got;
  } catch {
    return "away";
  }
}
