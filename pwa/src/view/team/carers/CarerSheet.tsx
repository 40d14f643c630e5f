import { useSignal } from "@preact/signals";
import type { Carer, Invitation, PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { inFours } from "../../parts/code.ts";
import { Qr } from "../../parts/Qr.tsx";
import * as api from "../api.ts";
import { act } from "../page/page.ts";
import { Dialog, SavingForm } from "../parts/Dialog.tsx";
import { useSaving } from "../saving.ts";
import { at } from "../words.ts";

/** The way in for one carer by name: shown large, or read out. A new one stops the old. */
export function CarerSheet({ page: { encounter }, carer, onClose }: { page: PatientPage; carer: Carer; onClose: () => void }) {
  const made = useSignal<Invitation | null>(null);
  const saving = useSaving();
  const { name } = carer;
  const make = async () => void (made.value = await act(() => api.inviteCarer(encounter.id, carer.id, 7)));
  return (
    <Dialog title={_("Code for {name}", { name })} onClose={onClose} wide>
      {made.value ? (
        <div class="invitation">
          <Qr svg={made.value.qr} label={_("QR code for {name}", { name })} />
          <div class="stack">
            <p>{_("{name} points the phone's camera at the square, or types this code. The patient's birth date is asked.", { name })}</p>
            <p class="code">{inFours(made.value.code)}</p>
            <p class="quiet">
              {_("The code works until {code}, the square until {link}. They are shown only now.", {
                code: at(made.value.codeExpires, encounter.unit.timezone),
                link: at(made.value.expires, encounter.unit.timezone),
              })}
            </p>
          </div>
        </div>
      ) : (
        <SavingForm saving={saving} save={make} onSaved={() => undefined} words={_("Make a code")}>
          <p>{_("It works once, for {name} alone. A code made earlier stops.", { name })}</p>
        </SavingForm>
      )}
    </Dialog>
  );
}
