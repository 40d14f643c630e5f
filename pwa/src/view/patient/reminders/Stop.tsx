import { useSignal } from "@preact/signals";
import { _ } from "../../../i18n/index.ts";
import { type Fault, request } from "../../../sync/api.ts";
import { Button } from "../../parts/Button.tsx";
import { Problem } from "../../parts/Problem.tsx";
import { faultOf } from "../me/useAsked.ts";
import { Page } from "../Page.tsx";

/** What stands behind the # is never part of a request for a page. */
const stop = location.pathname === "/stop" ? location.hash.slice(1) : "";

/** The page behind the link in a message: one tap, without signing in. */
export function Stop() {
  const done = useSignal(false);
  const problem = useSignal<Fault | "">("");
  async function end(): Promise<void> {
    try {
      if (stop.length >= 16) await request("POST", "/api/reminders/stop", { stop });
      done.value = true;
    } catch (error) {
      problem.value = faultOf(error);
    }
  }
  if (done.value) {
    return (
      <Page heading={_("We no longer remind you")}>
        <p>{_("You can still open Viktig yourself. If you want reminders again, you find them there under “Me”.")}</p>
      </Page>
    );
  }
  return (
    <Page heading={_("Stop the reminders?")}>
      <p>{_("Then no more of them come this way. Nothing else changes.")}</p>
      <Problem slug={problem.value} />
      <Button wide onClick={() => void end()}>
        {_("Stop the reminders")}
      </Button>
    </Page>
  );
}
