import { useSignal } from "@preact/signals";
import type { PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { useKey } from "../keys.ts";
import { at } from "../words.ts";
import { ActionDialog } from "./ActionDialog.tsx";
import { FormFoot, OtherForm } from "./OtherForm.tsx";
import { Closed, Parts } from "./Parts.tsx";
import { Quotes, type Shown } from "./Quotes.tsx";
import { mostly } from "./speakers.ts";
import type { Statement } from "./statements.ts";
import { isMain, isSaid, isSection, type Told } from "./told.ts";

/** What must be known before the first word. */
const FIRST = "talk";

/** All that was told: what matters first, then the other forms, each whole. */
export function Answers({ page, told }: { page: PatientPage; told: readonly Told[] }) {
  const chosen = useSignal<Statement | null>(null);
  const { patient, unit } = page.encounter;
  const said = told.flatMap((one) => one.said);
  const act = (statement: Statement) => (chosen.value = statement);
  const shown = { patient, unit, onAct: act };
  const first = [...said.filter(({ closed, linkId }) => !closed && linkId !== FIRST), ...said].find(({ statements }) => statements.length > 0);
  useKey("a", () => first?.statements[0] && act(first.statements[0]), first !== undefined);
  const [main, others] = [told.filter((one) => isMain(page, one)), told.filter((one) => !isMain(page, one))];
  return (
    <section class="answers stack" aria-label={_("What the patient has told")}>
      {main.map((one) => (
        <First key={one.url} told={one} {...shown} />
      ))}
      {others.map((one) => (
        <OtherForm key={one.url} page={page} told={one} {...shown} />
      ))}
      {chosen.value && <ActionDialog page={page} statement={chosen.value} onClose={() => (chosen.value = null)} />}
    </section>
  );
}

/** How to talk first, then what was chosen, in short; then the words themselves, as the form asks for them. */
function First({ told, ...those }: Omit<Shown, "said" | "usual"> & { told: Told }) {
  const shown = { ...those, usual: mostly(told.said, those.patient) };
  const loose = told.parts.filter(isSaid);
  const closed = loose.filter((part) => part.closed);
  const words = told.parts.filter((part) => isSection(part) || (!part.closed && part.linkId !== FIRST));
  const received = told.answers
    .map((answers) => answers.received)
    .sort()
    .at(-1);
  return (
    <>
      {loose
        .filter(({ linkId, closed }) => linkId === FIRST && !closed)
        .map((one) => (
          <Quotes key={one.spot} said={one} {...shown} />
        ))}
      <Closed said={closed} {...shown} />
      {words.map((part, place) =>
        isSection(part) ? (
          <Parts key={place} parts={[part]} level={2} {...shown} />
        ) : (
          <Quotes key={part.spot} said={part} {...shown} large={part.linkId === "matters"} />
        ),
      )}
      <FormFoot told={told} {...shown} />
      <p class="quiet">
        {shown.usual} {received && _("Received {when}.", { when: at(received, shown.unit.timezone) })}
      </p>
    </>
  );
}
