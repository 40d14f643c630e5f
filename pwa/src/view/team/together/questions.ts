import { questions, type Item, type Questionnaire } from "../../../domain/questionnaire/index.ts";

const TOGETHER = "https://viktig.example/StructureDefinition/together";

/** The few questions that are asked by the bed, in the order they are asked. */
export function together(form: Questionnaire): readonly Item[] {
  return questions(form.item)
    .map((item) => [item, place(item)] as const)
    .filter((each): each is readonly [Item, number] => each[1] !== undefined)
    .sort(([, a], [, b]) => a - b)
    .map(([item]) => item);
}

function place(item: Item): number | undefined {
  const mark = item.extension?.find(({ url }) => url === TOGETHER) as { valueInteger?: number } | undefined;
  return mark && (mark.valueInteger ?? 0);
}
