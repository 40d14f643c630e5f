import { useId } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { _ } from "../../../i18n/index.ts";

interface Asked {
  label: string;
  hint?: string;
  fault?: string;
  value: string;
  onValue: (value: string) => void;
}

/** A PIN is covered while it is typed, and can be looked at. */
export function PinField({ label, hint, fault, value, onValue }: Asked) {
  const id = useId();
  const seen = useSignal(false);
  return (
    <div class="stack tight">
      <label class="label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        class="field"
        {...(seen.value ? { type: "text" as const } : { type: "password" as const })}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={60}
        value={value}
        aria-describedby={[hint && `${id}-hint`, `${id}-fault`].filter(Boolean).join(" ")}
        {...(fault && { "aria-invalid": true })}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <p class="fault" id={`${id}-fault`} role="alert">
        {fault}
      </p>
      <label class="choice bare">
        <input type="checkbox" checked={seen.value} onChange={(event) => (seen.value = event.currentTarget.checked)} />
        {_("Show the PIN")}
      </label>
    </div>
  );
}
