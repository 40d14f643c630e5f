import { _ } from "../../i18n/index.ts";
import { stay } from "../../store/documents.ts";
import { ButtonLink } from "../parts/Button.tsx";

export const tel = (number: string): string => `tel:${number.replace(/[^+\d]/g, "")}`;
/** A number is not torn apart at the end of a line. */
export const whole = (number: string): string => number.replaceAll(" ", "\u00a0");

/** What to do when it cannot wait. Stands wherever a person writes. */
export function Urgent() {
  const unit = stay.value?.unit;
  const ended = Boolean(stay.value?.ended);
  const known = new Set(["113", "116117"]);
  const more = (unit?.helplines ?? []).filter(({ number }) => !known.has(number.replaceAll(" ", "")));
  return (
    <section class="urgent" aria-label={_("When it is urgent")}>
      {unit?.bell && !ended && <p>{_("Do you need something now? Ring with the button by the bed.")}</p>}
      <p>{_("Is somebody's life in danger? Call 113. Can it not wait? Call 116117.")}</p>
      <div class="row">
        <ButtonLink kind="second" icon="phone" href="tel:113">
          {_("Call {number}", { number: "113" })}
        </ButtonLink>
        <ButtonLink kind="second" icon="phone" href="tel:116117">
          {_("Call {number}", { number: "116117" })}
        </ButtonLink>
        {more.map(({ number, name }) => (
          <ButtonLink key={number} kind="second" icon="phone" href={tel(number)}>
            {_("{name}: {number}", { name, number: whole(number) })}
          </ButtonLink>
        ))}
      </div>
    </section>
  );
}

/** The ward's own number. */
export function CallUs({ kind = "second" }: { kind?: "main" | "second" }) {
  const unit = stay.value?.unit;
  if (!unit?.phone) return null;
  return (
    <ButtonLink kind={kind} wide icon="phone" href={tel(unit.phone)}>
      {_("Call {unit}: {phone}", { unit: unit.name, phone: whole(unit.phone) })}
    </ButtonLink>
  );
}
