import { _ } from "../../../i18n/index.ts";
import { lasting } from "../../../store/here.ts";
import { Icon } from "../../parts/Icon.tsx";
import { CallUs } from "../Urgent.tsx";
import type { PenState } from "./pen.ts";

/** Said when it is true. */
export function Saved({ state }: { state: PenState }) {
  return (
    <span role="status">
      {state === "kept" && lasting.value && (
        <>
          {_("Saved on this phone")} <Icon name="check" />
        </>
      )}
    </span>
  );
}

export function NotSaved({ state }: { state: PenState }) {
  return (
    <div role="alert">
      {state === "failed" && (
        <div class="notice strong stack">
          <p>
            {_("The phone could not keep the last you wrote. It may be full. Do not close this page.")}{" "}
            {_("Write it on paper, or call us and tell it.")}
          </p>
          <CallUs />
        </div>
      )}
    </div>
  );
}
