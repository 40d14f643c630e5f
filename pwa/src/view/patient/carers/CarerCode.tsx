import { useSignal } from "@preact/signals";
import type { Invitation } from "../../../domain/wire.ts";
import { _, day } from "../../../i18n/index.ts";
import { carers } from "../../../store/consents.ts";
import { rooms } from "../../../store/here.ts";
import { ApiProblem, type Fault } from "../../../sync/api.ts";
import { personally } from "../../../sync/session.ts";
import { syncNow } from "../../../sync/sync.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { inFours } from "../../parts/code.ts";
import { Problem } from "../../parts/Problem.tsx";
import { Qr } from "../../parts/Qr.tsx";
import { now } from "../now.ts";
import { Page } from "../Page.tsx";

/**
 * How the one who helps gets in: scan, open a link, or type a short code. Shown once, and made by a press only: a new one
 * stops the old, and who comes back from sending the link may find this page loaded anew.
 */
export function CarerCode({ id }: { id: string }) {
  const name = carers.value.find((carer) => carer.id === id)?.name ?? "";
  const made = useSignal<Invitation | null>(null);
  const fault = useSignal<Fault | "">("");
  const [sent, busy] = [useSignal(false), useSignal(false)];

  async function ask(): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    fault.value = "";
    try {
      // The ward has to know whom it is for before it can make a code.
      if ([...rooms.outbox.value.keys()].some((version) => rooms.versions.value.get(version)?.id === id)) await syncNow();
      made.value = await personally<Invitation>("POST", `/api/consents/${id}/invitation`);
    } catch (error) {
      fault.value = error instanceof ApiProblem ? (error.slug === "not-found" ? "offline" : error.slug) : "unexpected";
    }
    busy.value = false;
  }

  async function pass(link: string): Promise<void> {
    const words = _("You are asked to help in Viktig. Open this link:");
    if (navigator.share) await navigator.share({ text: words, url: link }).catch(() => undefined);
    else await navigator.clipboard.writeText(`${words} ${link}`).then(() => (sent.value = true), () => undefined);
  }

  return (
    <Page heading={_("Code for {name}", { name })} back={{ href: "/p/carers", words: _("Those who help me") }}>
      <Problem slug={fault.value} />
      {fault.value && (
        <>
          <p>{_("What you chose is kept. The code needs a network.")}</p>
          <Button wide onClick={() => void ask()}>
            {_("Try again")}
          </Button>
        </>
      )}
      {!made.value && !fault.value && (
        <>
          <p>{_("The code is for {name} alone, and works once. A new one stops one that was made earlier.", { name })}</p>
          <Button wide onClick={() => void ask()} aria-disabled={busy.value}>
            {busy.value ? _("Just a moment …") : _("Make a code")}
          </Button>
        </>
      )}
      {made.value && (
        <>
          <p>{_("{name} scans this with the camera on their own phone, opens the link, or types the short code.", { name })}</p>
          <div class="qr-frame">
            <Qr svg={made.value.qr} label={_("QR code for {name}", { name })} />
          </div>
          <Button wide icon="send" onClick={() => void pass(made.value?.link ?? "")}>
            {_("Send the link")}
          </Button>
          <p role="status">{sent.value && _("The link is copied. Paste it in a message.")}</p>
          <p>
            {_("Short code:")} <b class="code">{inFours(made.value.code)}</b>
          </p>
          <p class="quiet">
            {_("They are asked when you were born. The link works once, until {day}. The short code works for 24 hours.", {
              day: day(made.value.expires, now.value),
            })}{" "}
            {_("A code made earlier no longer works.")}
          </p>
          <ButtonLink kind="second" wide href="/p/carers">
            {_("Done")}
          </ButtonLink>
        </>
      )}
    </Page>
  );
}
