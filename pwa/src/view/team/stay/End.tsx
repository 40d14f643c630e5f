import { useSignal } from "@preact/signals";
import type { EndOfStay, PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { Field } from "../../parts/Field.tsx";
import * as api from "../api.ts";
import { open } from "../arrivals/arrivals.ts";
import { act } from "../page/page.ts";
import { Dialog, SavingForm } from "../parts/Dialog.tsx";
import { Radios } from "../parts/fields.tsx";
import { Meanwhile } from "../parts/Meanwhile.tsx";
import { go, pathTo } from "../route.ts";
import { useSaving } from "../saving.ts";
import { endingWords } from "../words.ts";
import { instantOf, onClock } from "../zone.ts";
import { placeFacts } from "./facts.ts";

const ENDINGS: readonly EndOfStay["ending"][] = ["discharged", "died", "wrong-patient", "cancelled"];

function consequence(ending: EndOfStay["ending"]): string {
  switch (ending) {
    case "discharged":
      return _(
        "The patient keeps the page on the phone. What is not read becomes the ward leader's to read. Invitations stop working.",
      );
    case "died":
      return _("Reminders and questions stop at once. Nobody is asked how it went.");
    case "wrong-patient":
      return _("The answers are set aside and shown to nobody. The access log of both says what happened.");
    case "cancelled":
      return _("The stay did not take place. Reminders and questions stop, and it is not counted.");
  }
}

/** How a stay ends, each with what follows from it. */
export function End({ page: { encounter }, onClose }: { page: PatientPage; onClose: () => void }) {
  const zone = encounter.unit.timezone ?? "Europe/Oslo";
  const saving = useSaving();
  const seen = useSignal(encounter);
  const ending = useSignal<EndOfStay["ending"]>("discharged");
  const time = useSignal(onClock(Date.now(), zone));
  const end = () =>
    act(() =>
      api.endStay(encounter.id, { ending: ending.value, at: instantOf(time.value, zone) }, seen.value.tag ?? ""),
    );
  const ended = (): void => {
    announce(_("The stay has ended."));
    onClose();
    void open(encounter.unit.id);
    go(pathTo(encounter.unit.id));
  };
  const look = (): void => {
    seen.value = encounter;
    saving.fault.value = "";
  };
  return (
    <Dialog
      title={_("End the stay of {name}", { name: `${encounter.patient.given} ${encounter.patient.family}` })}
      onClose={onClose}
    >
      <SavingForm saving={saving} save={end} onSaved={ended} words={_("End the stay")}>
        <Meanwhile
          saving={saving}
          before={placeFacts(seen.value)}
          after={placeFacts(encounter)}
          onTake={look}
          onKeep={look}
        />
        <Radios
          label={_("What happened?")}
          value={ending.value}
          onValue={(value) => (ending.value = value as EndOfStay["ending"])}
          options={ENDINGS.map((value) => ({ value, words: endingWords(value), more: consequence(value) }))}
        />
        <Field
          label={_("When")}
          type="datetime-local"
          required
          value={time.value}
          onValue={(value) => (time.value = value)}
        />
      </SavingForm>
    </Dialog>
  );
}
