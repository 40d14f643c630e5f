import type { Reminders } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { here } from "../../../store/here.ts";
import { hide, isHidden } from "../../../store/hidden.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { helping } from "../form/WhoSaid.tsx";
import { useAsked } from "../me/useAsked.ts";
import { waysHere } from "./Reminders.tsx";

/** Asked once, where it fits: after Send, and when something was begun. Each person is asked for themselves. */
export function AskToRemind() {
  const hint = `remind ${here.value?.shelf ?? ""}`;
  return helping() || isHidden(hint) ? null : <Asking hint={hint} />;
}

function Asking({ hint }: { hint: string }) {
  const { found } = useAsked<Reminders>("/api/reminders");
  if (!found.value || waysHere(found.value).length === 0 || (found.value.addresses ?? []).length > 0) return null;
  return (
    <section class="card">
      <h2>{_("May we remind you?")}</h2>
      <p>{_("A reminder says only that there is something for you in Viktig. It tells nobody where you are or why.")}</p>
      <ButtonLink kind="second" wide icon="clock" href="/p/me/reminders">
        {_("See how")}
      </ButtonLink>
      <Button kind="plain" onClick={() => void hide(hint)}>
        {_("No, thank you")}
      </Button>
    </section>
  );
}
