import { useId } from "preact/hooks";
import type { Patient, Unit } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Words } from "../../parts/Words.tsx";
import { at } from "../words.ts";
import { InOtherWords } from "./InOtherWords.tsx";
import { spoken } from "./speakers.ts";
import type { Said, Statement } from "./statements.ts";
import { tongueOf } from "./tongue.ts";

export interface Shown {
  said: Said;
  patient: Patient;
  unit: Unit;
  /** Who said and wrote most of the page: said once below, not at each answer. */
  usual: string;
  large?: boolean;
  level?: 2 | 3 | 4 | 5;
  onAct: (statement: Statement) => void;
}

export function Quotes({ said, patient, unit, usual, large = false, level = 2, onAct }: Shown) {
  const { label, statements, before, unsettled } = said;
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section class="said" aria-labelledby={id}>
      <Heading id={id} class="label quiet">
        {label}
        {before !== null && <span class="mark">{before ? _("changed") : _("new")}</span>}
        {unsettled && <span class="mark">{_("not settled yet")}</span>}
      </Heading>
      <div class="stack tight">
        {statements.map((statement, place) => (
          <div class="quote" key={place}>
            <div class="stack tight">
              <Quote statement={statement} patient={patient} unit={unit} usual={usual} large={large} />
              <InOtherWords statement={statement} unit={unit} />
            </div>
            {!statement.item.declined && (
              <Button
                kind={large ? "second" : "plain"}
                onClick={() => onAct(statement)}
                aria-describedby={id}
              >
                {_("Do something about this")}
              </Button>
            )}
          </div>
        ))}
        {statements.length === 0 && <p class="quiet">{_("Taken away by the one who wrote it.")}</p>}
        {before && (
          <p class="before quiet">
            {_("Before:")} <s>{before}</s>
          </p>
        )}
      </div>
    </section>
  );
}

function Quote({
  statement: { item, on, words, staffOnly },
  patient,
  unit,
  usual,
  large,
}: Pick<Shown, "patient" | "unit" | "usual" | "large"> & { statement: Statement }) {
  // Two that differ are told apart by who, and when.
  const time = item.unsettled ? _("Written {when}.", { when: at(item.authored, unit.timezone) }) : "";
  const sentence = [spoken(item, patient), time].filter(Boolean).join(" ");
  const by = (
    <>
      {staffOnly && (
        <span class="only-staff">
          <Icon name="lock" /> {_("Only for health personnel.")}{" "}
        </span>
      )}
      {sentence !== usual && sentence}
    </>
  );
  const some = staffOnly || sentence !== usual;
  if (item.declined)
    return (
      <p>
        {_("Asked, and would rather not say.")} {some && by}
      </p>
    );
  const of = item.saidBy.kind === "related" ? item.saidBy.name || patient.given : patient.given;
  return (
    <Words of={of} small={!large} lang={tongueOf(on)} by={some ? by : undefined}>
      {words}
    </Words>
  );
}
