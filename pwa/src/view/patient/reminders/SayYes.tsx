import { useSignal } from "@preact/signals";
import type { NewReminderAddress, Reminders } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import { wasSent } from "../../../store/answers.ts";
import { stay } from "../../../store/documents.ts";
import { ApiProblem } from "../../../sync/api.ts";
import { personally } from "../../../sync/session.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import { Field } from "../../parts/Field.tsx";
import { problemWords } from "../../parts/Problem.tsx";
import { faultOf } from "../me/useAsked.ts";
import { pushHere, subscribed } from "./browser.ts";
import { type Channel, occasionWords, type Occasion, waysHere } from "./Reminders.tsx";

const OCCASIONS: readonly Occasion[] = ["answer", "read", "agreed"];

/** The yes itself: of what, and how. */
export function SayYes({ reminders, onDone }: { reminders: Reminders; onDone: () => Promise<void> }) {
  const ways = waysHere(reminders);
  const form = stay.value?.forms?.[0];
  const sent = Boolean(form && wasSent(form));
  const wanted = useSignal<ReadonlySet<Occasion>>(new Set(sent ? ["read", "agreed"] : ["answer"]));
  const channel = useSignal<Channel>(ways[0] ?? "push");
  const to = useSignal("");
  const fault = useSignal("");

  function turn(occasion: Occasion): void {
    const next = new Set(wanted.value);
    if (!next.delete(occasion)) next.add(occasion);
    wanted.value = next;
  }

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (wanted.value.size === 0) return void (fault.value = _("Choose when we may remind you."));
    fault.value = "";
    try {
      const target = channel.value === "push" ? await subscribed(reminders.key ?? "") : { to: to.value };
      if (!target) return void (fault.value = _("The phone said no. You can allow messages from Viktig in the phone's settings."));
      const body: NewReminderAddress = { channel: channel.value, ...target, occasions: OCCASIONS.filter((one) => wanted.value.has(one)), language: language.value };
      await personally("POST", "/api/reminders", body);
      await onDone();
      announce(_("Good. We remind you."));
    } catch (error) {
      const unusable = error instanceof ApiProblem && (error.slug === "not-valid" || error.slug === "unreadable");
      fault.value = unusable && channel.value !== "push" ? wrong(channel.value) : problemWords(faultOf(error));
    }
  }

  if (ways.length === 0) return <NotHere channels={reminders.channels ?? []} />;
  return (
    <form class="stack" noValidate onSubmit={(event) => void save(event)}>
      <fieldset class="choices">
        <legend class="label">{_("When may we remind you?")}</legend>
        {OCCASIONS.filter((occasion) => occasion !== "answer" || !sent).map((occasion) => (
          <label class="choice" key={occasion}>
            <input type="checkbox" checked={wanted.value.has(occasion)} onChange={() => turn(occasion)} />
            {occasionWords(occasion)}
          </label>
        ))}
      </fieldset>
      <fieldset class="choices">
        <legend class="label">{_("How?")}</legend>
        {ways.map((one) => (
          <label class="choice" key={one}>
            <input type="radio" name="way" checked={channel.value === one} onChange={() => (channel.value = one)} />
            {wayWords(one)}
          </label>
        ))}
      </fieldset>
      {channel.value === "sms" && (
        <Field label={_("Your mobile number")} type="tel" inputMode="tel" value={to.value} onValue={(typed) => (to.value = typed)} />
      )}
      {channel.value === "email" && (
        <Field label={_("Your e-mail address")} spellcheck={false} autocapitalize="off" value={to.value} onValue={(typed) => (to.value = typed)} />
      )}
      <p class="fault" role="alert">
        {fault.value}
      </p>
      <Button type="submit" wide>
        {_("Yes, remind me")}
      </Button>
      {pushHere() === "install-first" && <InstallFirst />}
    </form>
  );
}

const wrong = (channel: Channel): string =>
  channel === "sms" ? _("This is not a mobile number. Look it over and try again.") : _("This is not an e-mail address. Look it over and try again.");

function wayWords(channel: Channel): string {
  switch (channel) {
    case "push":
      return _("On this phone");
    case "sms":
      return _("By text message");
    case "email":
      return _("By e-mail");
  }
}

function NotHere({ channels }: { channels: readonly Channel[] }) {
  if (channels.includes("push") && pushHere() === "install-first") return <InstallFirst />;
  if (channels.includes("push") && pushHere() === "denied") {
    return <p>{_("This phone has been told not to show messages from Viktig. You can allow them in the phone's settings.")}</p>;
  }
  return <p>{_("Reminders cannot be had on this phone. You can open Viktig yourself at any time.")}</p>;
}

function InstallFirst() {
  return (
    <p>
      {_("On an iPhone, reminders work when Viktig stands on the home screen.")} <a href="/p/me/install">{_("Show me how")}</a>
    </p>
  );
}
