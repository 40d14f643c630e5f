import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { PatientPage } from "../../../domain/wire.ts";
import { _, hours, language } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import * as api from "../api.ts";
import * as content from "../content.ts";
import { now } from "../now.ts";
import { NotSaved } from "../parts/NotSaved.tsx";
import { useSaving } from "../saving.ts";
import { isNurse } from "../session.ts";
import { at, reasonWords } from "../words.ts";
import { act } from "./page.ts";

/** Nothing has been sent: how far it has come, and ways to ask. */
export function Unanswered({ page }: { page: PatientPage }) {
  const { encounter, begun = 0, questions = 0, postponement, invitations = [] } = page;
  const open = invitations.filter(({ state }) => state === "open").length;
  return (
    <section class="stack" aria-labelledby="unanswered">
      <h2 id="unanswered">
        {begun > 0 ? _("Begun, {begun} of {questions}", { begun, questions }) : _("Has not answered")}
      </h2>
      {begun > 0 ? (
        <p>{_("You see the answers when they are sent.")}</p>
      ) : (
        <p>
          {_("Came {hours} ago.", { hours: hours(encounter.admitted, now.value) })}{" "}
          {open > 0
            ? _("Has an invitation that is not used yet.")
            : invitations.some(({ state }) => state === "used")
              ? _("The invitation has been opened.")
              : _("Has no invitation.")}
        </p>
      )}
      {postponement && <Postponed page={page} />}
      <Prompts />
    </section>
  );
}

function Postponed({ page: { postponement, encounter } }: { page: PatientPage }) {
  const saving = useSaving();
  if (!postponement) return null;
  const zone = encounter.unit.timezone;
  return (
    <div class="notice">
      <p>
        <b>{reasonWords(postponement.reason)}.</b>{" "}
        {postponement.askAgain && _("Ask again {when}.", { when: at(postponement.askAgain, zone) })}{" "}
        {postponement.at &&
          _("Noted {when} by {name}.", { when: at(postponement.at, zone), name: postponement.by ?? "" })}
      </p>
      {isNurse.value && !encounter.ended && (
        <div class="no-print">
          <Button
            kind="second"
            onClick={() => saving.save(() => act(() => api.canAnswer(encounter.id)))}
            aria-disabled={saving.busy.value}
          >
            {_("Can answer again")}
          </Button>
        </div>
      )}
      <NotSaved fault={saving.fault.value} />
    </div>
  );
}

function Prompts() {
  const found = useSignal<content.Prompts | null>(null);
  useEffect(() => {
    void content.asking(language.value).then(
      (all) => (found.value = all),
      () => undefined,
    );
  }, [language.value]);
  if (!found.value) return null;
  return (
    <div class="prompts card">
      <h3>{_("Ways to ask")}</h3>
      <ul class="plain-list stack tight">
        {found.value.prompts.map(({ say, why }) => (
          <li key={say}>
            <p class="say">{say}</p>
            {why && <p class="quiet">{why}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
