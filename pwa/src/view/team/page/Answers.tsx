import { useSignal } from "@preact/signals";
import type { PatientPage } from "../../../domain/wire.ts";
import { _, isLanguage, ngettext } from "../../../i18n/index.ts";
import { useKey } from "../keys.ts";
import { at, languageName } from "../words.ts";
import { ActionDialog } from "./ActionDialog.tsx";
import { label } from "./labels.ts";
import { Quotes } from "./Quotes.tsx";
import { mostly } from "./speakers.ts";
import type { Said, Statement } from "./statements.ts";

/** What must be known before the first word; then the words themselves, as the form asks for them. */
const FIRST = "talk";

export function Answers({ page, said }: { page: PatientPage; said: readonly Said[] }) {
  const chosen = useSignal<Statement | null>(null);
  const { patient, unit } = page.encounter;
  const usual = mostly(said, patient);
  const act = (statement: Statement) => (chosen.value = statement);
  const shown = { patient, unit, usual, onAct: act };
  const words = said.filter(({ closed, linkId }) => !closed && linkId !== FIRST);
  const first = words[0]?.statements[0] ?? said[0]?.statements[0];
  useKey("a", () => first && act(first), first !== undefined);
  const received = (page.answers ?? [])
    .map((answers) => answers.received)
    .sort()
    .at(-1);
  return (
    <section class="answers stack" aria-label={_("What the patient has told")}>
      <Remarks page={page} said={said} />
      {said
        .filter(({ linkId }) => linkId === FIRST)
        .map((one) => (
          <Quotes key={one.linkId} said={one} {...shown} />
        ))}
      <Closed said={said.filter(({ closed }) => closed)} />
      {words.map((one) => (
        <Quotes key={one.linkId} said={one} large={one.linkId === "matters"} {...shown} />
      ))}
      <p class="quiet">
        {usual} {received && _("Received {when}.", { when: at(received, unit.timezone) })}
      </p>
      {chosen.value && <ActionDialog page={page} statement={chosen.value} onClose={() => (chosen.value = null)} />}
    </section>
  );
}

/** What one should know before reading: changes, doubts, another language, a draft under way. */
function Remarks({ page, said }: { page: PatientPage; said: readonly Said[] }) {
  const { answers = [], encounter } = page;
  const changes = said.filter(({ before }) => before !== null).length;
  const since = (page.reviews ?? [])
    .filter(({ undone }) => !undone)
    .map((review) => review.at)
    .sort()
    .at(-1);
  const last = answers.find(({ lastStay }) => lastStay)?.since;
  const foreign = answers.map(({ response }) => response.language).find((tag) => !isLanguage(tag));
  return (
    <>
      {changes > 0 && (
        <p class="notice">
          <span>
            <b>{ngettext("{n} answer has changed", "{n} answers have changed", changes)}</b>{" "}
            {last && _("since the last stay, {when}.", { when: at(last, encounter.unit.timezone) })}
            {!last && since && _("since it was last read {when}.", { when: at(since, encounter.unit.timezone) })}
            {!last && !since && _("since it was last read.")}
          </span>
        </p>
      )}
      {said.some(({ unsettled }) => unsettled) && (
        <p class="notice">
          {_("Two answers to the same question differ. Both stand here. Ask which one is right, and fill in together.")}
        </p>
      )}
      {foreign && (
        <p class="notice">
          {_("Written in {language}. Book an interpreter, and read it together.", { language: languageName(foreign) })}
        </p>
      )}
      {answers.some(({ drafting }) => drafting) && (
        <p class="notice">{_("The answers are being changed just now. What is new comes when it is sent.")}</p>
      )}
      {answers.some(({ remark = [] }) => remark.length > 0) && (
        <p class="notice">
          {_(
            "Part of the answers does not fit the form. It stands here as it was written, and is not counted until it is set right.",
          )}
        </p>
      )}
    </>
  );
}

export function Closed({ said }: { said: readonly Said[] }) {
  if (said.length === 0) return null;
  return (
    <dl class="closed">
      {said.map(({ linkId, question, statements, before, unsettled }) => (
        <div key={linkId}>
          <dt>{label(linkId, question)}</dt>
          <dd>
            {statements.map(({ words, item }) => (item.declined ? _("Would rather not say") : words)).join(" / ") ||
              _("Taken away")}
            {unsettled && <span class="mark">{_("not settled yet")}</span>}
            {before !== null && (
              <span class="quiet"> {before ? _("(before: {words})", { words: before }) : _("(new)")}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
