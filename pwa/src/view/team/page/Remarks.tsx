import type { PatientPage } from "../../../domain/wire.ts";
import { _, ngettext } from "../../../i18n/index.ts";
import { at } from "../words.ts";
import { Foreign } from "./Foreign.tsx";
import { remarkWords } from "./remarkWords.ts";
import { wasSent } from "./statements.ts";
import type { Told } from "./told.ts";

/** What one should know before reading: changes, doubts, another language, a draft under way. */
export function Remarks({ page, told }: { page: PatientPage; told: readonly Told[] }) {
  const { encounter } = page;
  const answers = told.flatMap((one) => one.answers);
  const said = told.flatMap((one) => one.said);
  const changes = said.filter(({ before }) => before !== null).length;
  const since = (page.reviews ?? [])
    .filter(({ undone }) => !undone)
    .map((review) => review.at)
    .sort()
    .at(-1);
  const last = answers.find(({ lastStay }) => lastStay)?.since;
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
      {told.map((one) => (
        <Foreign key={one.url} page={page} told={one} />
      ))}
      {answers.some((on) => wasSent(on) && on.drafting) && (
        <p class="notice">{_("The answers are being changed just now. What is new comes when it is sent.")}</p>
      )}
      {told.map((one) => (
        <Flaws key={one.url} told={one} />
      ))}
    </>
  );
}

function Flaws({ told }: { told: Told }) {
  if (!told.answers.some(({ remark = [] }) => remark.length > 0)) return null;
  return (
    <div class="notice">
      <p>
        {_(
          "Part of the answers does not fit the form. It stands here as it was written, and is not counted until it is set right.",
        )}
      </p>
      {told.flaws.length > 0 && (
        <ul>
          {told.flaws.map(({ label, remark }, place) => (
            <li key={place}>{_("{question}: {words}.", { question: label, words: remarkWords(remark) })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
