import { useLayoutEffect, useRef } from "preact/hooks";
import { _ } from "../../../i18n/index.ts";
import type { OnScreen } from "./onScreen.ts";

/** What is to be mended before going on, each with a way there. Moved to when it comes. */
export function Faults({ on }: { on: OnScreen }) {
  const box = useRef<HTMLDivElement>(null);
  const wrong = on.told.value ? on.standing().filter(({ faults }) => faults.length > 0) : [];
  const some = wrong.length > 0;
  useLayoutEffect(() => {
    if (some) box.current?.focus();
  }, [some]);
  if (!some) return null;
  return (
    <div ref={box} tabIndex={-1} class="notice strong stack tight" role="alert">
      <p>
        <b>{_("Something here cannot be kept as it is.")}</b> {_("Mend it, or press Skip.")}
      </p>
      <ul>
        {wrong.map(({ spot, field, name, faults }) => (
          <li key={spot}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                const found = document.getElementById(field);
                (found?.matches("fieldset") ? found.querySelector("input") : found)?.focus();
              }}
            >
              {name}
            </a>
            : {faults.join(" ")}
          </li>
        ))}
      </ul>
    </div>
  );
}
