import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { drawn } from "../../../domain/questionnaire/expressions.ts";
import type { Place } from "../../../domain/questionnaire/places.ts";
import { spotOf } from "../../../domain/questionnaire/screens.ts";
import { examples, help, numbered, question } from "../../../domain/questionnaire/texts.ts";
import type { Answer as Given, ResponseItem } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { FormField } from "../../parts/form/FormField.tsx";
import { needsMore, useMore } from "./more.ts";
import type { OnScreen } from "./onScreen.ts";
import { outcomeOf } from "./outcome.ts";
import { usePen } from "./pen.ts";
import { statement } from "./statement.ts";

interface Answering {
  on: OnScreen;
  place: Place;
  /** On a page of several, each question stands above its field. */
  titled: boolean;
}

/** One question where it stands: the field, what is wrong with it, and "I would rather not say". */
export function Answer({ on, place, titled }: Answering) {
  const node = drawn(outcomeOf(on.form), place.node, place.within);
  const { item } = node;
  const spot = spotOf(place);
  const pen = usePen(on.form, spot);
  const id = useId();
  const unreadable = useSignal("");
  const items = pen.items.value;
  const [only] = items.length === 1 ? items : [];
  const hint = help(item, language.value);
  const answer = only?.answer ?? [];
  const found = useMore(items.length > 1 || needsMore(item));
  const faults = found?.faults({ ...place, node }, items, unreadable.value) ?? [];
  useEffect(() => on.enter({ spot, pen, faults, field: id, name: question(item, language.value) }));
  useEffect(() => () => on.left(spot), [spot]);
  const Earlier = stay.value?.earlier && found?.Earlier;
  const shown = on.told.value ? faults : [];

  const write = (next: readonly ResponseItem[]): void => pen.write(next, on.audience());
  const give = (next: readonly Given[]): void => write(statement(item, spot, next, only?.saidBy ?? on.by()));
  const name = question(item, language.value);
  const field = (
    <>
      {items.length > 1 ? (
        found && <found.Unsettled form={on.form} item={item} items={items} onSettled={write} />
      ) : (
        <FormField
          node={node}
          answer={answer}
          language={language.value}
          label={titled ? name : _("Your answer")}
          id={id}
          invalid={shown.length > 0}
          describedBy={shown.length > 0 ? `${id}-fault` : hint ? `${id}-hint` : undefined}
          examples={examples(item, language.value)}
          onAnswer={give}
          onUnreadable={(typed) => void (unreadable.value = typed)}
        />
      )}
      {shown.length > 0 && (
        <p id={`${id}-fault`} class="fault">
          {shown.join(" ")}
        </p>
      )}
    </>
  );
  return (
    <div class="stack tight">
      {titled && (
        <h2 class="question">{numbered(item, language.value)}</h2>
      )}
      {hint && (
        <p id={`${id}-hint`} class={titled ? "quiet" : "quiet below-heading"}>
          {hint}
        </p>
      )}
      {item.extension && found && <found.Media of={item} />}
      {Earlier && items.length === 0 && (
        <Earlier
          form={on.form}
          item={item}
          spot={spot}
          onSame={(then, audience) => pen.write(then.map((one) => ({ ...one, ...statement(item, spot, one.answer ?? [], one.saidBy)[0] })), audience)}
        />
      )}
      {field}
      {!item.readOnly && <RatherNot only={only} onDecline={(declined) => write(statement(item, spot, [], on.by(), declined))} />}
    </div>
  );
}

/** Not wanting to say is an answer of its own, and it can be taken back. */
function RatherNot({ only, onDecline }: { only: ResponseItem | undefined; onDecline: (declined: boolean) => void }) {
  const declined = only?.declined ?? false;
  if (only && !declined) return null;
  return (
    <label class="choice bare">
      <input type="checkbox" checked={declined} onChange={(event) => onDecline(event.currentTarget.checked)} />
      {_("I would rather not say")}
    </label>
  );
}

