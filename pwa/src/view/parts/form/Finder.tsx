import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { _, ngettext } from "../../../i18n/index.ts";
import { type Asked, told } from "./asked.ts";
import { keyOf, ticked } from "./Choices.tsx";
import { spokenChoices } from "./spokenChoices.ts";

const MOST_SHOWN = 8;

/** Letters as they are sought: without accents and case, but å, æ and ø are letters of their own. */
export const plain = (words: string): string =>
  words.toLowerCase().replace(/[^åæø\s]/gu, (sign) => sign.normalize("NFD").replace(/\p{M}/gu, ""));

/** One or several of very many: some letters narrow them down, and the rest is ticked as any other choice. */
export function Finder(asked: Asked) {
  const { node, answer, onAnswer } = asked;
  const sought = useSignal("");
  const id = useId();
  const several = node.item.repeats === true;
  const all = spokenChoices(asked);
  const keys = new Set(all.map(({ key }) => key));
  const own = answer.filter((each) => !keys.has(keyOf(each)) && each.valueString);
  const chosen = new Set(answer.map(keyOf));
  const words = plain(sought.value).split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? [] : all.filter((each) => !chosen.has(each.key) && words.every((word) => plain(each.words).includes(word)));
  const shown = [...all.filter(({ key }) => chosen.has(key)), ...(all.length <= MOST_SHOWN && words.length === 0 ? all.filter(({ key }) => !chosen.has(key)) : found.slice(0, MOST_SHOWN))];
  const typed = sought.value.trim();
  const free = node.item.type === "open-choice" && typed !== "" && !all.some((each) => plain(each.words) === plain(typed));
  const keep = (words: string): void => {
    onAnswer(several ? [...answer, { valueString: words }] : [{ valueString: words }]);
    sought.value = "";
  };
  return (
    <div class="stack tight">
      <input
        class="field"
        type="search"
        autocomplete="off"
        placeholder={_("Type some letters")}
        {...told(asked)}
        aria-controls={id}
        value={sought.value}
        onInput={(event) => (sought.value = event.currentTarget.value)}
      />
      <p class="quiet" role="status">
        {words.length > 0 && ngettext("{n} fits.", "{n} fit.", found.length)}
      </p>
      <fieldset id={id} class="choices">
        <legend class="unseen">{several ? _("You can choose several.") : _("Choose one.")}</legend>
        {own.map((each) => (
          <label class="choice" key={keyOf(each)}>
            <input type="checkbox" checked onChange={() => onAnswer(answer.filter((other) => other !== each))} />
            {each.valueString}
          </label>
        ))}
        {shown.map((each) => (
          <label class="choice" key={each.key}>
            <input
              type={several ? "checkbox" : "radio"}
              name={id}
              checked={chosen.has(each.key)}
              onChange={(event) => {
                onAnswer(ticked(all, answer, each, event.currentTarget.checked, several));
                sought.value = "";
              }}
            />
            {each.words}
          </label>
        ))}
        {free && (
          <button type="button" class="button second left" onClick={() => keep(typed)}>
            {_("Write “{words}”", { words: typed })}
          </button>
        )}
      </fieldset>
      {!several && answer.length > 0 && (
        <button type="button" class="link" onClick={() => onAnswer([])}>
          {_("Remove the choice")}
        </button>
      )}
    </div>
  );
}
