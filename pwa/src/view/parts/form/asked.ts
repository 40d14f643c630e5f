import type { Node } from "../../../domain/questionnaire/form.ts";
import type { Answer } from "../../../domain/wire.ts";

/** A question and what was answered to it, as every field takes it. */
export interface Asked {
  readonly node: Node;
  readonly answer: readonly Answer[];
  readonly language: string;
  /** Names the field for those who listen. */
  readonly label: string;
  /** The element that tells what is wrong, or helps. */
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly id?: string | undefined;
  readonly examples?: readonly string[];
  readonly onAnswer: (answer: readonly Answer[]) => void;
  /** What was typed and is no answer, such as a letter where a number is asked; "" when all is well again. */
  readonly onUnreadable?: (typed: string) => void;
}

/** What an element says of itself. */
export const told = ({ id, label, describedBy, invalid }: Asked) => ({
  "aria-label": label,
  ...(id && { id }),
  ...(describedBy && { "aria-describedby": describedBy }),
  ...(invalid && { "aria-invalid": true as const }),
});
