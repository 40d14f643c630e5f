import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Form, formOf } from "../../../domain/questionnaire/form.ts";
import { type Place, places } from "../../../domain/questionnaire/places.ts";
import type { Questionnaire } from "../../../domain/questionnaire/index.ts";
import { askedPlaces, type AskedPlace } from "../../../domain/questionnaire/screens.ts";
import type { FormForStay, ResponseItem } from "../../../domain/wire.ts";
import { statements } from "../../../store/answers.ts";
import { outcomeOf } from "./outcome.ts";
import { stay } from "../../../store/documents.ts";
import { content } from "../../../sync/content.ts";

export interface LoadedForm {
  readonly form: FormForStay;
  readonly questionnaire: Questionnaire;
  /** The form ready for use. */
  readonly ready: Form;
}

const loaded = new Map<string, Omit<LoadedForm, "form">>();

/** The stay's form by its name; "away" when it is not on the phone and there is no network. */
export function useForm(name: string | undefined): LoadedForm | "away" | null {
  const form = stay.value?.forms?.find((each) => each.name === name) ?? stay.value?.forms?.[0];
  const found = useSignal<{ path: string; got: "come" | "away" } | null>(null);
  useEffect(() => {
    if (form) void load(form).then((got) => (found.value = { path: form.path, got }));
  }, [form?.path]);
  if (!form) return null;
  const known = loaded.get(form.path);
  return known ? { ...known, form } : found.value?.path === form.path && found.value.got === "away" ? "away" : null;
}

async function load(form: FormForStay): Promise<"come" | "away"> {
  try {
    const questionnaire = await content<Questionnaire>(form.path);
    loaded.set(form.path, { questionnaire, ready: formOf(questionnaire) });
    return "come";
  } catch {
    return "away";
  }
}

/** All that is answered, drafts on top, one after the other. */
export const itemsOf = (form: FormForStay): ResponseItem[] => [...statements(form).values()].flatMap(({ items }) => items);

/** What is asked of all that is kept. */
export const placesNow = ({ form, ready }: Pick<LoadedForm, "form" | "ready">): Place[] => places(ready, itemsOf(form), undefined, outcomeOf(form)?.met);

/** Every question that is asked as things stand, in order. */
export const askedNow = ({ form, ready }: LoadedForm): AskedPlace[] => askedPlaces(placesNow({ form, ready }));

