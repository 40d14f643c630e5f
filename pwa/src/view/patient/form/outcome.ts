import { signal } from "@preact/signals";
import type { Outcome } from "../../../domain/questionnaire/expressions.ts";
import type { FormForStay } from "../../../domain/wire.ts";
import { onLeave } from "../../../store/here.ts";

/** What the expressions of a form say of what is answered now, for the few forms that have any. */
export const outcomes = signal<ReadonlyMap<string, Outcome>>(new Map());
onLeave(() => void (outcomes.value = new Map()));

export const outcomeOf = (form: FormForStay): Outcome | undefined => outcomes.value.get(form.shared);
