import { _ } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { lasting, rooms } from "../../../store/here.ts";
import { full } from "../../../store/owed.ts";
import { ButtonLink } from "../../parts/Button.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { CallUs } from "../Urgent.tsx";
import type { PenState } from "./pen.ts";

/** Said when it is true. */
export function Saved({ state }: { state: PenState }) {
  return (
    <span role="status">
      {state === "kept" && lasting.value && !full.value && (
        <>
          {_("Saved on this phone")} <Icon name="check" />
        </>
      )}
      {(state === "failed" || full.value) && <b>{_("Not saved.")}</b>}
    </span>
  );
}

/**
 * The words stay on the screen. What one can do about it, the easiest first; none of it stands in the way.
 * `rescue`: a rescue copy would hold them.
 */
export function NotSaved({ state, name = "", rescue = true }: { state: PenState; name?: string; rescue?: boolean }) {
  const safe = rooms.outbox.value.size + rooms.drafts.value.size + rooms.jottings.value.size === 0;
  return (
    <div role="alert">
      {(state === "failed" || full.value) && (
        <div class="notice strong stack">
          <p>{_("The phone is full and could not keep the last you wrote.")}</p>
          {safe && state !== "failed" ? (
            <p>{_("But a safe copy has come to {unit}, so it is not lost.", { unit: stay.value?.unit.name ?? "" })}</p>
          ) : (
            <p>
              <b>{_("Do not close this page.")}</b>{" "}
              {_("Take away a film or an app from the phone, and it is kept by itself. Or choose one of these:")}
            </p>
          )}
          {name && (
            <ButtonLink kind="second" wide icon="send" href={`/p/send/${name}`}>
              {_("Look through and send")}
            </ButtonLink>
          )}
          {rescue && (
            <ButtonLink kind="second" wide icon="download" href="/p/me/rescue">
              {_("Make a rescue copy")}
            </ButtonLink>
          )}
          <p>{_("You can also write it on paper, or call us and tell it.")}</p>
          <CallUs />
        </div>
      )}
    </div>
  );
}
