import { signal } from "@preact/signals";
import { _ } from "../../i18n/index.ts";
import { Button } from "../parts/Button.tsx";

/** Set by whoever looks after the service worker: takes the new version of the app over. */
export const takeOver = signal<(() => void) | null>(null);

/** Offered where nothing is half written. */
export function NewVersion() {
  const take = takeOver.value;
  if (!take) return null;
  return (
    <div class="notice">
      <p>{_("There is a new version of Viktig. What you have written stays.")}</p>
      <Button kind="second" onClick={take}>
        {_("Use the new version")}
      </Button>
    </div>
  );
}
