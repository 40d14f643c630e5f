import { useSignal } from "@preact/signals";
import type { Invitation } from "../../../domain/wire.ts";
import { _, ngettext, when } from "../../../i18n/index.ts";
import type { Fault } from "../../../sync/api.ts";
import { personally } from "../../../sync/session.ts";
import { syncNow } from "../../../sync/sync.ts";
import { Button } from "../../parts/Button.tsx";
import { inFours } from "../../parts/code.ts";
import { Problem } from "../../parts/Problem.tsx";
import { faultOf } from "../me/useAsked.ts";
import { onlyHere } from "../me/waiting.ts";
import { sharedPhone } from "../lock/lock.ts";
import { now } from "../now.ts";
import { Page } from "../Page.tsx";
import "./install.css";

/** A code of ten minutes takes the same person to another browser, or to the app on the home screen. */
export function Move() {
  const made = useSignal<Invitation | null>(null);
  const problem = useSignal<Fault | "">("");
  const unsent = onlyHere();

  async function make(): Promise<void> {
    problem.value = "";
    try {
      made.value = await personally<Invitation>("POST", "/api/session/move");
    } catch (error) {
      problem.value = faultOf(error);
    }
  }

  const back = { href: "/p/me", words: _("Me") };
  if (sharedPhone()) {
    return (
      <Page heading={_("Move to another place")} back={back}>
        <p>{_("This is not your own phone, so there is no move code here. Ask those who look after you for a new code.")}</p>
      </Page>
    );
  }
  return (
    <Page heading={_("Move to another place")} back={back}>
      {made.value ? (
        <Code invitation={made.value} />
      ) : (
        <>
          <p>
            {_("With a move code you go on in Viktig on the home screen, in another browser or on another phone. What you have sent is there, and so are the safe copies of what you have begun.")}
          </p>
          {unsent > 0 && (
            <div class="notice strong">
              <p>
                {ngettext("{n} thing lies only here. It does not come along before it is sent.", "{n} things lie only here. They do not come along before they are sent.", unsent)}
              </p>
              <Button wide onClick={() => void syncNow()}>
                {_("Send now")}
              </Button>
            </div>
          )}
          <Problem slug={problem.value} />
          <Button wide kind={unsent > 0 ? "second" : "main"} onClick={() => void make()}>
            {unsent > 0 ? _("Get the code all the same") : _("Get a move code")}
          </Button>
        </>
      )}
    </Page>
  );
}

function Code({ invitation: { code, codeExpires } }: { invitation: Invitation }) {
  return (
    <>
      <p>{_("Your move code:")}</p>
      <p class="move-code">{inFours(code)}</p>
      <p>{_("It works once, until {when}.", { when: when(codeExpires, now.value) })}</p>
      <ol class="steps">
        <li>{_("Open Viktig where you want to go on.")}</li>
        <li>{_("Choose “I have a move code”, and type it.")}</li>
        <li>{_("Type the date of birth.")}</li>
      </ol>
      <p class="quiet">
        {_("What you have here stays here. When all is well in the new place, you can take it away.")}{" "}
        <a href="/p/me/leave">{_("Leave this phone")}</a>
      </p>
    </>
  );
}
