import { _ } from "../../../i18n/index.ts";
import { quiet } from "../../../store/documents.ts";
import { here } from "../../../store/here.ts";
import { hide, isHidden } from "../../../store/hidden.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { promised } from "../lasting.ts";
import { AskToRemind } from "../reminders/AskToRemind.tsx";
import { place } from "./place.ts";
import { askToInstall } from "./prompt.ts";

/** At most one offer at a time, and none on a phone that is not the person's own. Sending comes before installing. */
export function Offer({ sent }: { sent: boolean }) {
  if ((here.value?.keeps ?? "own") !== "own" || quiet.value) return null;
  if (sent && worthwhile() && !isHidden("install")) return <InstallHint />;
  return <AskToRemind />;
}

/** Where what is written here could be cleared away, or where the browser itself asks. */
function worthwhile(): boolean {
  switch (place()) {
    case "iphone":
    case "in-app":
      return true;
    case "android":
      return promised.value === false || askToInstall.value !== null;
    default:
      return false;
  }
}

function InstallHint() {
  const inside = place() === "in-app";
  return (
    <section class="card">
      <h2>{inside ? _("You are inside another app") : _("Keep Viktig on the home screen")}</h2>
      <p>{why(inside)}</p>
      <ButtonLink kind="second" wide icon="download" href="/p/me/install">
        {inside ? _("Show me how to move") : _("Show me how")}
      </ButtonLink>
      <Button kind="plain" onClick={() => void hide("install")}>
        {_("Do not show this again")}
      </Button>
    </section>
  );
}

function why(inside: boolean): string {
  if (inside) return _("It may clear away what you see here. What you have sent is safe with us. Viktig is better kept in the phone's own browser.");
  if (place() === "iphone") return _("An iPhone clears away what a web page keeps when it is not opened for a week. What you have sent is safe with us.");
  return _("Then you find it again easily, and the phone keeps what you write.");
}
