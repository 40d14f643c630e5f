import { signal } from "@preact/signals";
import { _ } from "../../i18n/index.ts";
import { Button } from "../parts/Button.tsx";

/** Set by whoever looks after the service worker: takes the new version of the app over. */
export const takeOver = signal<(() => void) | null>(null);
/** This page has just begun with a new version. */
export const renewed = signal(false);

/** Offered where nothing is half written. */
export function NewVersion() {
  const take = takeOver.value;
  if (take) {
    return (
      <div class="notice">
        <p>{_("There is a new version of Viktig. What you have written stays.")}</p>
        <Button kind="second" onClick={take}>
          {_("Use the new version")}
        </Button>
      </div>
    );
  }
  return renewed.value ? <p class="quiet">{_("Viktig has been renewed. What you have written is here.")}</p> : null;
}
