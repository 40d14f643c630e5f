import { useSignal } from "@preact/signals";
import { _ } from "../../../i18n/index.ts";
import type { Holder } from "../../../store/device.ts";
import { lockOf, type Proof, unlock, Wrong } from "../../../store/lock.ts";
import type { Seal } from "../../../store/seal.ts";
import { Button } from "../../parts/Button.tsx";
import { Page } from "../Page.tsx";
import { LeaveQuickly } from "./Cover.tsx";
import { Forgotten } from "./Forgotten.tsx";
import { NoPasskey, passkeyBits } from "./passkey.ts";
import { PinField } from "./PinField.tsx";
import { useWait, waitWords } from "./useWait.ts";
import { called } from "./called.ts";

interface Asked {
  holder: Holder;
  onOpened: (seal: Seal) => Promise<void>;
  onBack?: () => void;
}

/** What this person has here opens with their PIN, or with the phone's own lock. */
export function Unlock({ holder, onOpened, onBack }: Asked) {
  const pin = useSignal("");
  const fault = useSignal("");
  const busy = useSignal(false);
  const forgotten = useSignal(false);
  const wait = useWait(holder);
  const { pin: hasPin, passkey } = lockOf(holder);

  async function open(proof: Proof): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    fault.value = "";
    try {
      await onOpened(await unlock(holder, proof));
    } catch (error) {
      pin.value = "";
      fault.value =
        error instanceof NoPasskey
          ? _("The phone's own lock did not answer. Try again.")
          : error instanceof Wrong
            ? proof.passkey
              ? _("This cannot be opened with the phone's own lock.")
              : _("That was not the PIN. Nothing is lost. Try again.")
            : _("It could not be opened just now. Try again.");
    }
    busy.value = false;
  }

  if (forgotten.value) return <Forgotten holder={holder} onBack={() => (forgotten.value = false)} />;
  return (
    <Page
      heading={called(holder)}
      title={_("Locked")}
      {...(onBack && { back: { words: _("Somebody else"), onClick: onBack } })}
    >
      {hasPin && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (wait.value === 0 && pin.value.trim()) void open({ pin: pin.value });
          }}
        >
          <PinField
            label={_("Your PIN")}
            value={pin.value}
            fault={wait.value > 0 ? waitWords(wait.value) : fault.value}
            onValue={(value) => (pin.value = value)}
          />
          <Button type="submit" wide aria-disabled={busy.value || wait.value > 0}>
            {busy.value ? _("Just a moment …") : _("Open")}
          </Button>
        </form>
      )}
      {passkey && (
        <Button
          wide
          kind={hasPin ? "second" : "main"}
          icon="lock"
          onClick={() => void open({ passkey: passkeyBits(passkey.credential) })}
        >
          {_("Open with the phone's own lock")}
        </Button>
      )}
      {!hasPin && (
        <p class="fault" role="alert">
          {fault.value}
        </p>
      )}
      <div class="stack tight">
        <Button wide kind="plain" onClick={() => (forgotten.value = true)}>
          {hasPin ? _("I have forgotten the PIN") : _("I cannot open it")}
        </Button>
        <LeaveQuickly />
      </div>
    </Page>
  );
}
