import { valueWords } from "../answerWords.ts";
import type { Asked } from "./asked.ts";
import { type Choice, choicesOf } from "./Choices.tsx";

/** What can be chosen, a day and a time of day in words too. */
export const spokenChoices = (asked: Pick<Asked, "node" | "language">): Choice[] =>
  choicesOf(asked).map((each) => ({ ...each, words: valueWords(each.answer, asked.node, asked.language) }));
