import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { _, ngettext } from "../../../i18n/index.ts";
import type { Holder } from "../../../store/device.ts";
import { here } from "../../../store/here.ts";
import { fault as faultOf, lockAfter, lockOf, type Proof, removeWay, setPasskey, setPin, Wrong } from "../../../store/lock.ts";
import { Button } from "../../parts/Button.tsx";
import { Page } from "../Page.tsx";
import { sharedPhone, USUALLY } from "./lock.ts";
import { hasPasskeys, newPasskey, NoPasskey, passkeyBits } from "./passkey.ts";
import { PinField } from "./PinField.tsx";
import { useWait, waitWords } from "./useWait.ts";

const CHOICES = [0, 1, USUALLY, 30];

/** Who can open what I have here, and when it locks. */
export function LockPage() {
  const holder = here.value;
  return holder && <Ways key={holder.shelf} holder={holder} />;
}

function Ways({ holder }: { holder: Holder }) {
  const [now, next, wrong] = [useSignal(""), useSignal(""), useSignal("")];
  const fault = useSignal("");
  const done = useSignal("");
  const busy = useSignal(false);
  const able = useSignal(false);
  const wait = useWait(holder);
  const lock = lockOf(holder);
  useEffect(() => void hasPasskeys().then((can) => (able.value = can)), []);
  const passkey = lock.passkey && passkeyBits(lock.passkey.credential);
  /** The PIN when there is one; else the passkey; else nothing is asked. */
  const proof = (): Proof => (lock.pin ? { pin: now.value } : passkey ? { passkey } : {});

  async function alter(verb: () => Promise<void>, told: string): Promise<void> {
    if (busy.value || wait.value > 0) return;
    busy.value = true;
    fault.value = wrong.value = done.value = "";
    try {
      await verb();
      now.value = next.value = "";
      done.value = told;
    } catch (error) {
      if (error instanceof Wrong && lock.pin) wrong.value = _("That was not the PIN. Nothing is lost. Try again.");
      else if (error instanceof NoPasskey) fault.value = _("The phone's own lock cannot be used for this here.");
      else fault.value = _("It could not be changed just now. Try again.");
    }
    busy.value = false;
  }

  function choosePin(event: Event): void {
    event.preventDefault();
    const what = faultOf(next.value);
    if (what === "short") fault.value = _("Use at least six digits or letters.");
    else if (what === "easy") fault.value = _("This one is easy to guess. Choose another.");
    else void alter(() => setPin(holder, next.value, proof()), lock.pin ? _("The PIN is changed.") : _("The PIN is set."));
  }

  return (
    <Page heading={_("PIN and lock")} back={{ href: "/p/me", words: _("Me") }}>
      <p>{state(Boolean(lock.pin), Boolean(lock.passkey))}</p>
      {lock.pin && (
        <PinField
          label={_("Your PIN now")}
          hint={_("It is asked for before anything is changed here.")}
          value={now.value}
          fault={wait.value > 0 ? waitWords(wait.value) : wrong.value}
          onValue={(value) => (now.value = value)}
        />
      )}
      <form class="stack" noValidate onSubmit={choosePin}>
        <PinField
          label={lock.pin ? _("A new PIN") : _("Choose a PIN")}
          hint={_("Six or more digits or letters. A few words are good, too.")}
          value={next.value}
          fault={fault.value}
          onValue={(value) => (next.value = value)}
        />
        {!lock.pin && (
          <p class="quiet">
            {_("Remember it well: nobody can find it out for you. What you have sent can always be seen again with a new code.")}
          </p>
        )}
        <Button type="submit" wide aria-disabled={busy.value}>
          {lock.pin ? _("Change the PIN") : _("Set the PIN")}
        </Button>
      </form>
      <div role="status">{done.value && <p class="notice">{done.value}</p>}</div>
      {lock.pin && (
        <Button wide kind="second" onClick={() => void alter(() => removeWay(holder, "pin", proof()), _("The PIN is taken away."))}>
          {_("Take the PIN away")}
        </Button>
      )}
      {lock.passkey ? (
        <Button
          wide
          kind="second"
          onClick={() => void alter(() => removeWay(holder, "passkey", proof()), _("The phone's own lock opens it no longer."))}
        >
          {_("Do not open with the phone's own lock")}
        </Button>
      ) : (
        able.value && (
          <section class="stack">
            <h2>{_("The phone's own lock")}</h2>
            <p>{_("Your finger, your face or the phone's code can open it. That is the strongest way, above all without a PIN beside it.")}</p>
            <Button wide kind="second" icon="lock" onClick={() => void alter(() => newLock(holder, proof()), _("The phone's own lock opens it now."))}>
              {_("Open with the phone's own lock")}
            </Button>
          </section>
        )
      )}
      {(lock.pin || lock.passkey) && <After holder={holder} chosen={lock.after ?? USUALLY} />}
    </Page>
  );
}

async function newLock(holder: Holder, proof: Proof): Promise<void> {
  const credential = await newPasskey();
  await setPasskey(holder, credential, passkeyBits(credential), proof);
}

function state(pin: boolean, passkey: boolean): string {
  if (pin && passkey) return _("What you have on this phone opens with your PIN, or with the phone's own lock.");
  if (pin) return _("What you have on this phone opens with your PIN.");
  if (passkey) return _("What you have on this phone opens with the phone's own lock.");
  return _("Whoever can open this phone can read what you have here. A PIN of your own stops that.");
}

function After({ holder, chosen }: { holder: Holder; chosen: number }) {
  if (sharedPhone()) return <p class="quiet">{_("Others use this phone, too: it locks as soon as you leave the page.")}</p>;
  return (
    <fieldset class="choices">
      <legend>{_("When you leave the page, it locks")}</legend>
      {CHOICES.map((minutes) => (
        <label class="choice" key={minutes}>
          <input type="radio" name="after" checked={minutes === chosen} onChange={() => void lockAfter(holder, minutes)} />
          {minutes === 0 ? _("at once") : ngettext("after {n} minute", "after {n} minutes", minutes)}
        </label>
      ))}
    </fieldset>
  );
}
