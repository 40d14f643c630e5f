import { controls } from "../../../domain/questionnaire/extensions.ts";
import { isChoice, several } from "../../../domain/questionnaire/form.ts";
import { _ } from "../../../i18n/index.ts";
import { answerWords } from "../answerWords.ts";
import { Amount } from "./Amount.tsx";
import type { Asked } from "./asked.ts";
import { Choices } from "./Choices.tsx";
import { Day } from "./Day.tsx";
import { Dropdown } from "./Dropdown.tsx";
import { Finder } from "./Finder.tsx";
import { Moment, Time } from "./Moment.tsx";
import { OpenChoices } from "./OpenChoices.tsx";
import { OneLine } from "./OneLine.tsx";
import { Several } from "./Several.tsx";
import { Slider } from "./Slider.tsx";
import { spokenChoices } from "./spokenChoices.ts";
import "./rare.css";

/** The fields that few forms need. */
export function Rare(asked: Asked) {
  const { item, options } = asked.node;
  const control = controls(item);
  if (item.readOnly) return <p class="chosen">{answerWords(asked.answer, asked.node, asked.language) || "–"}</p>;
  if (isChoice(item) || options.length > 0) {
    if (control.includes("drop-down") && !item.repeats && item.type !== "open-choice") return <Dropdown {...asked} />;
    if (control.includes("autocomplete")) return <Finder {...asked} />;
    return item.type === "open-choice" ? <OpenChoices {...asked} /> : <Choices {...asked} spoken={spokenChoices(asked)} />;
  }
  if (control.includes("slider")) return <Slider {...asked} />;
  return several(asked.node) ? <Several {...asked} one={One} /> : <One {...asked} />;
}

/** A single answer of each type. */
function One(asked: Asked) {
  switch (asked.node.item.type) {
    case "integer":
    case "decimal":
    case "quantity":
      return <Amount {...asked} />;
    case "date":
      return <Day {...asked} />;
    case "dateTime":
      return <Moment {...asked} />;
    case "time":
      return <Time {...asked} />;
    case "boolean":
      return <Choices {...asked} />;
    default:
      return <OneLine {...asked} />;
  }
}
