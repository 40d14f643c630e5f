import { uuid7 } from "../../../domain/ids.ts";
import { mostTimes, REPEATS_TEXT } from "../../../domain/questionnaire/extensions.ts";
import { extra, help, question } from "../../../domain/questionnaire/texts.ts";
import { type Place, walked } from "../../../domain/questionnaire/places.ts";
import { isAsked, isShown, spotOf } from "../../../domain/questionnaire/screens.ts";
import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import { Shown } from "../../parts/form/Shown.tsx";
import { type Asking, Question } from "./Question.tsx";
import { oneMore, type Sheet, without } from "./typed.ts";

type Level = 3 | 4 | 5;
interface Sheets extends Asking {
  added: Sheet["added"];
  onAdded: (added: Sheet["added"]) => void;
}

/** The form on one page: its parts under their names, and what repeats time by time. */
export function Asked({ places, level = 3, ...shown }: Sheets & { places: readonly Place[]; level?: Level }) {
  return (
    <>
      {places.filter(isShown).map((place) => (
        <Part key={spotOf(place)} place={place} beside={places.filter(({ node }) => node === place.node)} level={level} {...shown} />
      ))}
    </>
  );
}

interface One extends Sheets {
  place: Place;
  /** All the times that it is there. */
  beside: readonly Place[];
}

function Part({ place, beside, level, ...shown }: One & { level: Level }) {
  const { node, children } = place;
  const name = question(node.item, shown.language);
  if (node.item.type === "display") return <Shown place={place} language={shown.language} />;
  const [n, all] = [beside.indexOf(place) + 1, beside.length];
  const inner = <Asked places={children} level={level < 5 ? ((level + 1) as Level) : 5} {...shown} />;
  const times = node.many && <Times place={place} beside={beside} {...shown} />;
  if (isAsked(place)) {
    return (
      <>
        <Question place={place} {...shown} />
        {inner}
        {times}
      </>
    );
  }
  if (node.item.type !== "group") return <p class="quiet">{_("{question} This cannot be answered here.", { question: name })}</p>;
  const hint = help(node.item, shown.language);
  const Heading = `h${level}` as const;
  return (
    <section class="part stack">
      {name && <Heading>{all > 1 ? _("{part}, {n} of {all}", { part: name, n, all }) : name}</Heading>}
      {hint && <p class="quiet">{hint}</p>}
      {inner}
      {times}
    </section>
  );
}

/** One time less, with all that was said in it; below the last, one more. */
function Times({ place, beside, added, language, onAdded, onTyped }: One) {
  const part = question(place.node.item, language);
  const remove = (): void => {
    for (const one of walked([place]).filter(isAsked)) onTyped(one, { answer: [], declined: false });
    onAdded(without(added, place));
  };
  return (
    <div class="row">
      {beside.length > 1 && (
        <Button kind="plain" icon="trash" onClick={remove}>
          {_("Take away: {part}", { part })}
        </Button>
      )}
      {place === beside.at(-1) && beside.length < mostTimes(place.node.item) && (
        <Button kind="second" icon="plus" onClick={() => onAdded(oneMore(added, place, uuid7))}>
          {extra(place.node.item, REPEATS_TEXT, language) || _("One more: {part}", { part })}
        </Button>
      )}
    </div>
  );
}
