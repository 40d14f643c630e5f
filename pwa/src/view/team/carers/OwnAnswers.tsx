import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Carer, PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import * as api from "../api.ts";
import { ActionDialog } from "../page/ActionDialog.tsx";
import { act } from "../page/page.ts";
import { FormFoot } from "../page/OtherForm.tsx";
import { Parts } from "../page/Parts.tsx";
import { useTold } from "../page/useTold.ts";
import { mostly } from "../page/speakers.ts";
import { type Statement, toRead } from "../page/statements.ts";
import { NotSaved } from "../parts/NotSaved.tsx";
import { useSaving } from "../saving.ts";
import { ownPage } from "./own.ts";

/** What somebody who helps has told of themselves: theirs, and marked so. */
export function OwnAnswers({ page, carer }: { page: PatientPage; carer: Carer }) {
  const own = useMemo(() => ownPage(page, carer), [page, carer.id]);
  const told = useTold(own);
  const said = told.flatMap((one) => one.said);
  const saving = useSaving();
  const chosen = useSignal<Statement | null>(null);
  if (said.length === 0) return null;
  const { encounter } = page;
  const shown = {
    patient: encounter.patient,
    unit: encounter.unit,
    usual: mostly(said, encounter.patient),
    onAct: (statement: Statement) => (chosen.value = statement),
  };
  const unread = (own.answers ?? []).some(({ read }) => !read);
  const read = () =>
    saving.save(async () => {
      await act(() => api.review({ encounter: encounter.id, versions: toRead(own) }));
      announce(_("Marked as read."));
    });
  return (
    <details class="no-print" open={unread}>
      <summary>
        {_("What {name} tells of themselves", { name: carer.name })} {unread && <b>{_("Not read yet.")}</b>}
      </summary>
      <div class="stack">
        <p class="quiet">{_("These are {name}'s own words, not the patient's. Do not show them to the patient.", { name: carer.name })}</p>
        {told.map((one) => (
          <div key={one.url} class="stack">
            <Parts parts={one.parts} level={3} {...shown} />
            <FormFoot told={one} {...shown} />
          </div>
        ))}
        {unread && (
          <div class="row no-print">
            <Button kind="second" onClick={() => void read()} aria-disabled={saving.busy.value}>
              {_("Mark what {name} tells as read", { name: carer.name })}
            </Button>
          </div>
        )}
        <NotSaved fault={saving.fault.value} />
        {chosen.value && <ActionDialog page={own} statement={chosen.value} onClose={() => (chosen.value = null)} />}
      </div>
    </details>
  );
}
