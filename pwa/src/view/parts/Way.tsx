import type { ComponentChildren } from "preact";
import { _ } from "../../i18n/index.ts";

export interface Step {
  words: ComponentChildren;
  /** When it happened, in words. */
  time?: string | undefined;
  /** Still to come. */
  open?: boolean;
}

/** Where an answer is now. Done or not yet is said in words to those who do not see the rings. */
export function Way({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="way">
      {steps.map((step, place) => (
        <li key={place} class={step.open ? "open" : ""}>
          {step.open && <span class="unseen">{_("Not yet:")} </span>}
          {step.words}
          {step.time && <time>{step.time}</time>}
        </li>
      ))}
    </ol>
  );
}
