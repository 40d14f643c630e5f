import { _ } from "../../../i18n/index.ts";

/** In the place of answers that were sent from a phone which others use, too. */
export function Gone() {
  return (
    <p class="notice">
      {_("We have received what you sent. It no longer lies here, since others use this too. You see it again when there is a network.")}
    </p>
  );
}
