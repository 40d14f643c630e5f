import { _, problem } from "../../i18n/index.ts";
import type { Fault } from "../../sync/api.ts";
import { Icon } from "./Icon.tsx";

/** What a person is told: the sentence of the problem, or that the network is away. */
export function problemWords(slug: Fault): string {
  return slug === "offline" ? _("We did not reach Viktig just now. Try again when you have a network.") : problem(slug);
}

export function Problem({ slug }: { slug: Fault | "" }) {
  return (
    <div role="alert">
      {slug && (
        <p class="notice">
          <span>
            <Icon name="alert" /> {problemWords(slug)}
          </span>
        </p>
      )}
    </div>
  );
}
