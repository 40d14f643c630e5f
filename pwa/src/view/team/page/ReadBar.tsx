import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import * as api from "../api.ts";
import { Invite } from "../invitation/Invite.tsx";
import { useKey } from "../keys.ts";
import { NotSaved } from "../parts/NotSaved.tsx";
import { pathTo } from "../route.ts";
import { useSaving } from "../saving.ts";
import { isNurse } from "../session.ts";
import { at } from "../words.ts";
import { act } from "./page.ts";
import { readingWords } from "./readingWords.ts";
import { Talks } from "./Talks.tsx";
import { toRead } from "./statements.ts";
import { foreignIn } from "./tongue.ts";
import { canUndo, readNow, undone } from "./undo.ts";

/** Read with one click, undone for half a minute; or the ways to ask when nothing has come. */
export function ReadBar({ page, told: some }: { page: PatientPage; told: boolean }) {
  const saving = useSaving();
  const inviting = useSignal(false);
  const { encounter, reviews = [] } = page;
  const last = reviews
    .filter(({ undone: taken }) => !taken)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
  const unread = (page.answers ?? []).some(({ read }) => !read);
  const undo = canUndo(encounter.id);
  // Whether an interpreter was there is asked where one is needed.
  const needed = Boolean(encounter.patient.interpreter) || foreignIn(page.answers ?? []) !== "";
  const read = (together: boolean, interpreter?: boolean) =>
    saving.save(async () => {
      const how = { together, ...(interpreter !== undefined && { interpreter }) };
      readNow(await act(() => api.review({ encounter: encounter.id, versions: toRead(page), ...how })));
      announce(_("Marked as read."));
    });
  const takeBack = () =>
    undo &&
    saving.save(async () => {
      await act(() => api.undoReview(undo)).finally(undone);
      announce(_("Taken back: it is not read."));
    });
  // The button that was pressed has gone: the way back is the next thing in the hand.
  useEffect(() => {
    if (undo && document.activeElement === document.body) document.getElementById("undo")?.focus();
  }, [undo]);
  const together = some && !encounter.ended && (unread || !last?.together);
  useKey("r", () => void read(false), some && unread);
  useKey("t", () => (needed ? document.getElementById("with-interpreter")?.focus() : void read(true)), together);
  useKey("u", () => void takeBack(), undo !== "");
  return (
    <div class="stack tight">
      <div class="row acts no-print">
        {together && !needed && (
          <Button kind={unread ? "main" : "second"} onClick={() => read(true)} aria-disabled={saving.busy.value}>
            {_("Read together with the patient")}
          </Button>
        )}
        {together && needed && (
          <>
            <Button id="with-interpreter" kind={unread ? "main" : "second"} onClick={() => read(true, true)} aria-disabled={saving.busy.value}>
              {_("Read together, with an interpreter")}
            </Button>
            <Button kind="second" onClick={() => read(true, false)} aria-disabled={saving.busy.value}>
              {_("Read together, without an interpreter")}
            </Button>
          </>
        )}
        {some && unread && (
          <Button kind={together ? "second" : "main"} onClick={() => read(false)} aria-disabled={saving.busy.value}>
            {_("Mark as read")}
          </Button>
        )}
        {undo && (
          <Button id="undo" kind="second" onClick={takeBack} aria-disabled={saving.busy.value}>
            {_("Undo")}
          </Button>
        )}
        {isNurse.value && !encounter.ended && (
          <a class={some ? "button second" : "button main"} href={pathTo(encounter.unit.id, encounter.id, "together")}>
            {_("Fill in together")}
          </a>
        )}
        {isNurse.value && !encounter.ended && <Talks page={page} />}
        {!some && isNurse.value && !encounter.ended && (
          <Button kind="second" onClick={() => (inviting.value = true)}>
            {_("Invitation")}
          </Button>
        )}
      </div>
      <NotSaved fault={saving.fault.value} />
      {some && (
        <p class="state">
          {unread && <b>{last ? _("What is new is not read yet.") : _("Not read yet.")} </b>}
          {last && readingWords(last, at(last.at, encounter.unit.timezone))}
        </p>
      )}
      {inviting.value && <Invite page={page} onClose={() => (inviting.value = false)} />}
    </div>
  );
}
