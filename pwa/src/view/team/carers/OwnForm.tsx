import type { Carer, PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Fill } from "../together/Fill.tsx";
import { WithForm } from "../together/Together.tsx";
import { ownPage } from "./own.ts";

interface Asked {
  page: PatientPage;
  carer: Carer;
  onClose: () => void;
}

/** The carer's own form, asked aloud: their words, for the care team unless they want the patient to see them too. */
export function OwnForm({ page, carer, onClose }: Asked) {
  const { id, name, relation, shared = "", staff = "" } = carer;
  const saved = (): void => {
    announce(_("Saved as {name}'s own answer.", { name }));
    onClose();
  };
  return (
    <Dialog title={_("Fill in with {name}", { name })} onClose={onClose} wide>
      <WithForm path={page.carerForms?.[0] ?? ""}>
        {(form) => (
          <Fill
            filling={{
              name: `carer/${id}`,
              page: ownPage(page, carer),
              form,
              documents: { shared, staff },
              carer: { id, speaker: { kind: "related", name, ...(relation && { relation }) } },
              origin: "conversation",
            }}
            words={_("Save the answers")}
            onSaved={saved}
          >
            <p>
              {_("Only we see the answers. Take away the tick at an answer that {name} wants {given} to see.", {
                name,
                given: page.encounter.patient.given,
              })}
            </p>
          </Fill>
        )}
      </WithForm>
    </Dialog>
  );
}
