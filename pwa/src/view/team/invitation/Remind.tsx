import { useSignal } from "@preact/signals";
import type { AgreedReminder, PatientPage, ReminderAddress } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import { Field } from "../../parts/Field.tsx";
import * as api from "../api.ts";
import { act } from "../page/page.ts";
import { Check, Radios } from "../parts/fields.tsx";
import { NotSaved } from "../parts/NotSaved.tsx";
import { useSaving } from "../saving.ts";

type Channel = AgreedReminder["channel"];

/** With the patient's yes: a neutral message when the answers are not sent. */
export function Remind({ page }: { page: PatientPage }) {
  const ways = (page.remindBy ?? []).filter((channel): channel is Channel => channel !== "push");
  const there = page.reminders ?? [];
  if (ways.length + there.length === 0) return null;
  return (
    <details class="paper-only">
      <summary>{_("Remind the patient of answers that are not sent")}</summary>
      <div class="stack">
        {there.map(({ id, channel, to }) => (
          <Agreed key={id} page={page} id={id} words={way(channel, to)} />
        ))}
        {ways.length > 0 && <Agree page={page} ways={ways} />}
      </div>
    </details>
  );
}

function way(channel: ReminderAddress["channel"], to: string): string {
  if (channel === "push") return _("On the patient's phone");
  return channel === "sms" ? _("Text message to {number}", { number: to }) : _("E-mail to {address}", { address: to });
}

function Agreed({ page, id, words }: { page: PatientPage; id: string; words: string }) {
  const saving = useSaving();
  return (
    <div class="row">
      <span>{words}</span>
      <Button kind="second" onClick={() => saving.save(() => act(() => api.endReminder(page.encounter.id, id)))}>
        {_("Stop it")}
      </Button>
      <NotSaved fault={saving.fault.value} />
    </div>
  );
}

function Agree({ page, ways }: { page: PatientPage; ways: readonly Channel[] }) {
  const saving = useSaving();
  const channel = useSignal<Channel>(ways[0] ?? "sms");
  const phone = useSignal(page.encounter.patient.phone ?? "");
  const email = useSignal("");
  const yes = useSignal(false);
  const to = channel.value === "sms" ? phone : email;
  async function save(): Promise<void> {
    await act(() => api.agreeReminder(page.encounter.id, { channel: channel.value, to: to.value }));
    yes.value = false;
  }
  return (
    <>
      <p class="quiet">{_("The message tells neither name, unit nor why. It never comes at night, and only seldom.")}</p>
      {ways.length > 1 && (
        <Radios
          row
          label={_("How?")}
          value={channel.value}
          onValue={(chosen) => (channel.value = chosen === "email" ? "email" : "sms")}
          options={[
            { value: "sms", words: _("By text message") },
            { value: "email", words: _("By e-mail") },
          ]}
        />
      )}
      <Field
        label={channel.value === "sms" ? _("Mobile number") : _("E-mail address")}
        type={channel.value === "sms" ? "tel" : "text"}
        value={to.value}
        onValue={(typed) => (to.value = typed)}
      />
      <Check on={yes.value} onValue={(on) => (yes.value = on)}>
        {_("The patient says yes to this")}
      </Check>
      <div class="row">
        <Button kind="second" disabled={!yes.value || to.value.trim().length < 5} onClick={() => saving.save(save)}>
          {_("Remind the patient")}
        </Button>
      </div>
      <NotSaved fault={saving.fault.value} />
    </>
  );
}
