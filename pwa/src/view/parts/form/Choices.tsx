import type { ComponentChildren } from "preact";
import { isAlone } from "../../../domain/questionnaire/form.ts";
import { display } from "../../../domain/questionnaire/texts.ts";
import type { Answer } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { type Asked, told } from "./asked.ts";

/** What can be chosen, as it is kept when it is. */
export interface Choice {
  readonly key: string;
  readonly words: string;
  readonly answer: Answer;
  /** Chosen alone, such as "none of these". */
  readonly alone: boolean;
}

export function choicesOf({ node, language }: Pick<Asked, "node" | "language">): Choice[] {
  if (node.item.type === "boolean") {
    return [
      { key: "true", words: _("Yes"), answer: { valueBoolean: true }, alone: false },
      { key: "false", words: _("No"), answer: { valueBoolean: false }, alone: false },
    ];
  }
  return node.options.map((option) => {
    const { valueCoding: coding, valueInteger, valueDate, valueTime, valueString } = option;
    const words = display(option, language);
    const answer: Answer = coding
      ? { valueCoding: { code: coding.code ?? "", display: words, ...(coding.system && { system: coding.system }) } }
      : { ...(valueInteger !== undefined ? { valueInteger } : valueDate ? { valueDate } : valueTime ? { valueTime } : { valueString: valueString ?? "" }) };
    return { key: keyOf(answer), words, answer, alone: isAlone(option) };
  });
}

/** What tells an answer from others; an option's code, in whatever language it was shown. */
export const keyOf = ({ valueCoding, ...plain }: Answer): string =>
  valueCoding ? `code ${valueCoding.code}` : String(Object.values(plain).find((value) => value !== undefined && value !== null));

/** The answer when one is ticked or not: what is chosen alone takes the others away, and they it. */
export function ticked(choices: readonly Choice[], answer: readonly Answer[], own: Choice, on: boolean, several: boolean): Answer[] {
  const alone = new Set(choices.filter((each) => each.alone).map(({ key }) => key));
  const others = several && !(on && own.alone) ? answer.filter((each) => keyOf(each) !== own.key && !(on && alone.has(keyOf(each)))) : [];
  return on ? [...others, own.answer] : others;
}

/** Options to tick, one or several. `children`: what else one may answer. `spoken`: the options, where they read otherwise than the form has them. */
export function Choices({ children, spoken, ...asked }: Asked & { children?: ComponentChildren; spoken?: readonly Choice[] }) {
  const { node, answer, onAnswer } = asked;
  const { item } = node;
  const several = item.repeats === true;
  const all = spoken ?? choicesOf(asked);
  const chosen = new Set(answer.map(keyOf));
  return (
    <fieldset class="choices" {...told(asked)}>
      <legend class={several ? "quiet" : "unseen"}>{several ? _("You can choose several.") : _("Choose one.")}</legend>
      {all.map((each) => (
        <label class="choice" key={each.key}>
          <input
            type={several ? "checkbox" : "radio"}
            name={asked.id ?? item.linkId}
            checked={chosen.has(each.key)}
            onChange={(event) => onAnswer(ticked(all, answer, each, event.currentTarget.checked, several))}
          />
          {each.words}
        </label>
      ))}
      {children}
      {!several && answer.length > 0 && (
        <button type="button" class="link" onClick={() => onAnswer([])}>
          {_("Remove the choice")}
        </button>
      )}
    </fieldset>
  );
}
