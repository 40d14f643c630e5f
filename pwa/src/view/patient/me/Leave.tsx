import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { _ , ngettext } from "../../../i18n/index.ts";
import { forget } from "../../../store/device.ts";
import { here, leave, rooms } from "../../../store/here.ts";
import type { Fault } from "../../../sync/api.ts";
import { personally } from "../../../sync/session.ts";
import { syncNow } from "../../../sync/sync.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { Problem } from "../../parts/Problem.tsx";
import { now } from "../now.ts";
import { Page } from "../Page.tsx";
import { go } from "../route.ts";
import { asText } from "./asText.ts";
import { CopyText } from "./Unsent.tsx";
import { faultOf } from "./useAsked.ts";
import { onlyHere } from "./waiting.ts";

/** Everything of this person goes from the phone; not before it has been received, or they say so themselves. */
export function Leave() {
  const sure = useSignal(false);
  const ward = here.value?.keeps === "ward";
  useEffect(() => void syncNow(), []);
  const unsent = onlyHere() + rooms.jottings.value.size;
  return (
    <Page heading={ward ? _("Hand the tablet back") : _("Leave this phone")} back={{ href: "/p/me", words: _("Me") }}>
      <p>
        {ward
          ? _("Everything about you goes from this tablet. What has been received stays with us.")
          : _("Everything about you goes from this phone. What has been received stays with us.")}
      </p>
      {unsent > 0 && (
        <div class="notice strong">
          <p>{ngettext("{n} thing is not sent. It would be lost.", "{n} things are not sent. They would be lost.", unsent)}</p>
          <Button kind="second" onClick={() => void syncNow()}>
            {_("Send now")}
          </Button>
          <ButtonLink kind="second" href="/p/me/rescue">
            {_("Make a rescue copy")}
          </ButtonLink>
          <CopyText text={everything} />
          <label class="choice">
            <input type="checkbox" checked={sure.value} onChange={(event) => (sure.value = event.currentTarget.checked)} />
            {_("I understand that it is lost")}
          </label>
        </div>
      )}
      {(unsent === 0 || sure.value) && (
        <Button wide onClick={() => void wipe(() => personally("DELETE", "/api/session"))}>
          {ward ? _("Wipe it and hand it back") : _("Leave this phone")}
        </Button>
      )}
      {!ward && (
        <>
          <hr />
          <NotThisPerson />
        </>
      )}
    </Page>
  );
}

const everything = (): string =>
  [...rooms.outbox.value.keys()]
    .flatMap((version) => rooms.versions.value.get(version) ?? [])
    .map((held) => asText(held, now.value))
    .join("\n\n");

/** The phone forgets even when the server cannot be reached: its session runs out by itself. */
async function wipe(tell: () => Promise<unknown>): Promise<void> {
  const holder = here.value;
  if (!holder) return;
  // Asked first, since that needs who is here; and not waited for: a dead line would hold the words on the phone.
  void tell().catch(() => undefined);
  leave();
  await forget(holder);
  go("/", { replace: true });
}

function NotThisPerson() {
  const problem = useSignal<Fault | "">("");
  const asking = useSignal(false);
  const name = here.value?.given ?? "";
  async function notMe(): Promise<void> {
    try {
      const told = await personally("POST", "/api/session/not-me");
      await wipe(async () => told);
    } catch (error) {
      problem.value = faultOf(error);
    }
  }
  return (
    <section class="stack tight">
      <h2>{_("Is this about somebody you do not know?")}</h2>
      {asking.value ? (
        <>
          <p>{_("We tell the ward that the code came to the wrong person, and everything goes from this phone.")}</p>
          <Problem slug={problem.value} />
          <Button wide kind="second" onClick={() => void notMe()}>
            {_("Tell the ward and leave")}
          </Button>
        </>
      ) : (
        <Button wide kind="plain" onClick={() => (asking.value = true)}>
          {_("I have nothing to do with {name}", { name })}
        </Button>
      )}
    </section>
  );
}
