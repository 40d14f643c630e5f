import { TOGETHER, whole } from "../../../domain/questionnaire/extensions.ts";
import { questions, type Item, type Questionnaire } from "../../../domain/questionnaire/index.ts";

/** The few questions that are asked by the bed, in the order they are asked. */
export function together(form: Questionnaire): readonly Item[] {
  return questions(form.item)
    .map((item) => [item, whole(item, TOGETHER)] as const)
    .filter((each): each is readonly [Item, number] => each[1] !== undefined)
    .sort(([, a], [, b]) => a - b)
    .map(([item]) => item);
}
