import { useSignal } from "@preact/signals";
import type { PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { Field } from "../../parts/Field.tsx";
import * as api from "../api.ts";
import { open } from "../arrivals/arrivals.ts";
import { act } from "../page/page.ts";
import { Dialog, SavingForm } from "../parts/Dialog.tsx";
import { Select } from "../parts/fields.tsx";
import { Meanwhile } from "../parts/Meanwhile.tsx";
import { go, pathTo } from "../route.ts";
import { useSaving } from "../saving.ts";
import { staff } from "../session.ts";
import { placeFacts } from "./facts.ts";

export function Move({ page: { encounter }, onClose }: { page: PatientPage; onClose: () => void }) {
  const others = (staff.value?.places ?? []).filter(({ id }) => id !== encounter.unit.id);
  const saving = useSaving();
  const seen = useSignal(encounter);
  const unit = useSignal(others[0]?.id ?? "");
  const room = useSignal("");
  const bed = useSignal("");
  const move = () =>
    act(() => api.transfer(encounter.id, { unit: unit.value, room: room.value, bed: bed.value }, seen.value.tag ?? ""));
  const moved = (): void => {
    announce(_("Moved."));
    onClose();
    void open(encounter.unit.id);
    go(pathTo(encounter.unit.id));
  };
  const look = (): void => {
    seen.value = encounter;
    saving.fault.value = "";
  };
  return (
    <Dialog title={_("Move to another unit")} onClose={onClose}>
      <p>
        {_(
          "The new unit sees the answers and the actions. What is not read becomes theirs to read. Invitations that are not used stop working: the new unit makes its own.",
        )}
      </p>
      {others.length === 0 ? (
        <p>{_("There is no other unit to move to.")}</p>
      ) : (
        <SavingForm saving={saving} save={move} onSaved={moved} words={_("Move")}>
          <Meanwhile
            saving={saving}
            before={placeFacts(seen.value)}
            after={placeFacts(encounter)}
            onTake={look}
            onKeep={look}
          />
          <Select
            label={_("To which unit")}
            value={unit.value}
            onValue={(value) => (unit.value = value)}
            options={others.map(({ id, name }) => ({ value: id, words: name }))}
          />
          <div class="two">
            <Field
              label={_("Room")}
              value={room.value}
              onValue={(value) => (room.value = value)}
              maxLength={40}
              autocomplete="off"
            />
            <Field
              label={_("Bed")}
              value={bed.value}
              onValue={(value) => (bed.value = value)}
              maxLength={40}
              autocomplete="off"
            />
          </div>
        </SavingForm>
      )}
    </Dialog>
  );
}
