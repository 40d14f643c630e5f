import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { drawn, type Outcome } from "../../../domain/questionnaire/expressions.ts";
import { help, numbered } from "../../../domain/questionnaire/texts.ts";
import type { Place } from "../../../domain/questionnaire/places.ts";
import { brokenHere } from "../../../domain/questionnaire/rules.ts";
import { spotOf } from "../../../domain/questionnaire/screens.ts";
import type { Answer, Patient, Speaker, Unit } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { faultWords, unreadableWords } from "../../parts/form/faults.ts";
import { spoken } from "../page/speakers.ts";
import type { Said } from "../page/statements.ts";
import { Check } from "../parts/fields.tsx";
import { at, sentence } from "../words.ts";
import { AnswerField } from "./AnswerField.tsx";
import { SpeakerChoice } from "./SpeakerChoice.tsx";
import type { Typed } from "./typed.ts";

/** What every question of a sheet needs. */
export interface Asking {
  language: string;
  who: ReadonlyMap<string, Speaker>;
  speaker: string;
  /** What was said before, by spot. */
  said: ReadonlyMap<string, Said>;
  typed: (spot: string) => Typed;
  /** What the form's expressions say. */
  outcome: Outcome | undefined;
  onTyped: (place: Place, next: Partial<Typed>) => void;
  patient: Patient;
  unit: Unit;
}

export function Question({ place, language, who, speaker, said, typed: all, onTyped, outcome, patient, unit }: Asking & { place: Place }) {
  const node = drawn(outcome, place.node, place.within);
  const spot = spotOf(place);
  const typed = all(spot);
  const id = useId();
  const more = useSignal(typed.staff || typed.declined || (typed.saidBy ?? speaker) !== speaker);
  const answer = (next: readonly Answer[]): void => onTyped(place, { answer: next, ...(next.length > 0 && { declined: false }) });
  const unreadable = useSignal("");
  const [broken] = brokenHere(node, typed.answer);
  const hint = help(node.item, language);
  const fault = unreadable.value ? unreadableWords(node.item) : broken && faultWords(broken, node.item, language);
  const box = useRef<HTMLDivElement>(null);
  // What cannot be read as an answer would be gone when the rest is saved: the browser stops there, and says why.
  useEffect(() => box.current?.querySelector<HTMLInputElement>("input.field")?.setCustomValidity(unreadable.value && unreadableWords(node.item)));
  return (
    <div class="to-fill" ref={box}>
      <AnswerField
        node={node}
        answer={typed.answer}
        language={language}
        label={numbered(node.item, language)}
        describedBy={[hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ")}
        invalid={Boolean(fault)}
        hint={
          hint && (
            <p class="quiet" id={`${id}-hint`}>
              {hint}
            </p>
          )
        }
        onAnswer={answer}
        onUnreadable={(words) => (unreadable.value = words)}
      />
      {fault && (
        <p class="fault" role="alert" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {!typed.touched && <Before said={said.get(spot)} patient={patient} unit={unit} />}
      <details open={more.value} onToggle={(event) => (more.value = event.currentTarget.open)}>
        <summary>{_("More about this answer")}</summary>
        <div class="row">
          <Check on={typed.staff} onValue={(on) => onTyped(place, { staff: on })}>
            {_("Only for health personnel")}
          </Check>
          <Check on={typed.declined} onValue={(on) => onTyped(place, { declined: on, ...(on && { answer: [] }) })}>
            {_("Asked, would rather not say")}
          </Check>
          {who.size > 1 && (
            <SpeakerChoice
              small
              label={_("Who says this?")}
              who={who}
              value={typed.saidBy ?? speaker}
              onValue={(saidBy) => onTyped(place, { saidBy })}
            />
          )}
        </div>
      </details>
    </div>
  );
}

/** Whose the answer in the field is, until somebody changes it. */
function Before({ said, patient, unit }: { said: Said | undefined; patient: Patient; unit: Unit }) {
  if (!said || said.statements.length === 0) return null;
  return (
    <>
      {said.statements.map(({ item, words }, place) => (
        <p class="quiet" key={place}>
          {said.unsettled && `«${words}» `}
          {spoken(item, patient)} {sentence(at(item.authored, unit.timezone))}.
        </p>
      ))}
    </>
  );
}
