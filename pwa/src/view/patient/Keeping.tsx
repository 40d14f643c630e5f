import { _ } from "../../i18n/index.ts";
import { stay } from "../../store/documents.ts";
import { place } from "../../store/form.ts";
import { ground } from "./lasting.ts";

/** What this phone does with what is written on it, said before it matters. Nothing when there is nothing to say. */
export function Keeping() {
  switch (ground.value) {
    case "nothing":
      return (
        <p class="notice strong">
          {_("This browser keeps nothing. What you write is gone when you close the page, so send before you close it.")}
        </p>
      );
    case "full":
    case "tight":
      return (
        <p class="notice">
          {_("There is hardly any room left on this phone. Take away something you do not need, such as films or apps.")}{" "}
          {copied()}
        </p>
      );
    case "unpromised":
      return (
        <p class="quiet">
          {_("This phone does not promise to keep things for a long time.")} {copied()}
        </p>
      );
    default:
      return null;
  }
}

/** Not where the person wants it on this phone only. */
function copied(): string {
  const form = stay.value?.forms?.[0];
  return form && place(form).phoneOnly ? "" : _("Viktig sends a safe copy while you write.");
}
