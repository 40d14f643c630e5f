import { _ } from "../../../i18n/index.ts";
import type { Fault } from "../../../sync/api.ts";
import { Icon } from "../../parts/Icon.tsx";
import { problemWords } from "../../parts/Problem.tsx";
import { session } from "../session.ts";

const OUT: ReadonlySet<Fault> = new Set<Fault>(["not-signed-in", "session-expired"]);

/** In another window: this one keeps what was typed. */
export function SignInAgain() {
  if (!session.value?.demo) return null;
  return (
    <a href="/demo" target="_blank" rel="noopener">
      {_("Sign in in a new window")}
    </a>
  );
}

/** Said clearly, and never with the typed words taken away. */
export function NotSaved({ fault }: { fault: Fault | "" }) {
  return (
    <div role="alert">
      {fault && (
        <p class="notice strong not-saved">
          <span>
            <Icon name="alert" /> <b>{_("Not saved.")}</b> {problemWords(fault)} {OUT.has(fault) && <SignInAgain />}
          </span>
        </p>
      )}
    </div>
  );
}
