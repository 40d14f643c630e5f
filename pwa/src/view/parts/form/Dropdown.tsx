import { _ } from "../../../i18n/index.ts";
import { type Asked, told } from "./asked.ts";
import { keyOf } from "./Choices.tsx";
import { spokenChoices } from "./spokenChoices.ts";

/** One of many, in the phone's own list. */
export function Dropdown(asked: Asked) {
  const { answer, onAnswer } = asked;
  const all = spokenChoices(asked);
  const [own] = answer;
  return (
    <select
      class="field"
      {...told(asked)}
      value={own ? keyOf(own) : ""}
      onChange={(event) => {
        const chosen = all.find(({ key }) => key === event.currentTarget.value);
        onAnswer(chosen ? [chosen.answer] : []);
      }}
    >
      <option value="">{_("Choose one.")}</option>
      {all.map(({ key, words }) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  );
}
