import { _, ngettext } from "../../i18n/index.ts";
import { content, response } from "../../store/documents.ts";
import { rooms } from "../../store/here.ts";
import { isParked } from "../../store/receive.ts";
import { contact, syncNow } from "../../sync/sync.ts";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Keeping } from "./Keeping.tsx";
import { firm } from "./lasting.ts";

/**
 * How what was written and the ward stand. Silent when all is well, calm when it is not. `wishTold`: the wish to talk
 * alone stands beside, and says itself that it is not sent and not to be waited for.
 */
export function Contact({ wishTold = false }: { wishTold?: boolean }) {
  const all = [...rooms.outbox.value].filter(([version]) => !(wishTold && wished(version)));
  const waiting = all.filter(([, how]) => !isParked(how)).map(([version]) => version);
  const parked = all.length - waiting.length;
  return (
    <>
      {!firm.value && <Keeping />}
      {parked > 0 && (
        <div class="notice">
          <p>{ngettext("{n} thing could not be received.", "{n} things could not be received.", parked)}</p>
          <a href="/p/me/unsent">{_("See what it is")}</a>
        </div>
      )}
      <div role="status">
        {contact.value === "signed-out" ? <SignedOut /> : waiting.length > 0 && <Waiting n={waiting.filter(pressed).length} />}
      </div>
    </>
  );
}

function SignedOut() {
  return (
    <div class="notice">
      <p>
        {firm.value
          ? _("You have been signed out. What you have written is safe on this phone. Ask for a new code to go on.")
          : _("You have been signed out. Do not close this page. Ask for a new code, or make a rescue copy.")}
      </p>
      <ButtonLink kind="second" href="/i">
        {_("Type a new code")}
      </ButtonLink>
    </div>
  );
}

const wished = (version: string): boolean => {
  const held = rooms.versions.value.get(version);
  return held !== undefined && content(held).resourceType === "CommunicationRequest";
};

/** Sent by the person; a safe copy of what is being written waits too, but must not be taken for sent. */
function pressed(version: string): boolean {
  const held = rooms.versions.value.get(version);
  return (held && response(held))?.status !== "in-progress";
}

const away = (): string =>
  firm.value
    ? _("We do not reach Viktig just now. What you write lies safe on this phone.")
    : _("We do not reach Viktig just now. Do not close this page.");

function Waiting({ n }: { n: number }) {
  if (contact.value === "quiet") return null;
  if (contact.value === "sending") return <p class="quiet">{_("Sending …")}</p>;
  return (
    <div class="notice">
      <p>
        <Icon name="device" />{" "}
        {n > 0 ? (
          <>
            {ngettext("{n} thing is not sent yet.", "{n} things are not sent yet.", n)}{" "}
            {firm.value ? _("It lies safe on this phone and is sent by itself.") : _("Do not close this page before it is sent.")}
          </>
        ) : (
          away()
        )}
      </p>
      {contact.value === "trouble" && (
        <Button kind="plain" onClick={() => void syncNow()}>
          {_("Try now")}
        </Button>
      )}
    </div>
  );
}
