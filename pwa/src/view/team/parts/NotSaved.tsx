import { _ } from "../../../i18n/index.ts";
import type { Fault } from "../../../sync/api.ts";
import { Icon } from "../../parts/Icon.tsx";
import { problemWords } from "../../parts/Problem.tsx";

/** Said clearly, and never with the typed words taken away. */
export function NotSaved({ fault }: { fault: Fault | "" }) {
  return (
    <div role="alert">
      {fault && (
        <p class="notice strong not-saved">
          <span>
            <Icon name="alert" /> <b>{_("Not saved.")}</b> {problemWords(fault)}
          </span>
        </p>
      )}
    </div>
  );
}
