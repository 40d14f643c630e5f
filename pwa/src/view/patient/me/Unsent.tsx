import { useSignal } from "@preact/signals";
import { _, ngettext, when } from "../../../i18n/index.ts";
import { content } from "../../../store/documents.ts";
import { type Held, rooms, type Waiting } from "../../../store/here.ts";
import { tryAgain } from "../../../store/receive.ts";
import type { Fault } from "../../../sync/api.ts";
import { syncNow } from "../../../sync/sync.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import { problemWords } from "../../parts/Problem.tsx";
import { Contact } from "../Contact.tsx";
import { now } from "../now.ts";
import { Page } from "../Page.tsx";
import { asText, named } from "./asText.ts";

/** What lies on this phone and has not been received yet; each can be sent again or taken out as text. */
export function Unsent() {
  const waiting = [...rooms.outbox.value].flatMap(([version, how]) => {
    const held = rooms.versions.value.get(version);
    return held ? [{ held, how }] : [];
  });
  const drafts = rooms.drafts.value.size;
  return (
    <Page heading={_("On this phone, not sent")} back={{ href: "/p/me", words: _("Me") }}>
      <Contact />
      {waiting.length + drafts === 0 && <p>{_("Everything has been received. Nothing waits on this phone.")}</p>}
      {drafts > 0 && (
        <p>{ngettext("{n} answer is only on this phone until you go on or send.", "{n} answers are only on this phone until you go on or send.", drafts)}</p>
      )}
      {waiting.length > 0 && (
        <Button kind="second" icon="send" onClick={() => void syncNow()}>
          {_("Send now")}
        </Button>
      )}
      <ul class="plain stack">
        {waiting.map(({ held, how }) => (
          <One key={held.version} held={held} how={how} />
        ))}
      </ul>
    </Page>
  );
}

function One({ held, how }: { held: Held; how: Waiting }) {
  return (
    <li class="card">
      <p>
        <b>{named(content(held))}</b>
      </p>
      <p class="quiet">{_("Saved on this phone {when}.", { when: when(held.recorded, now.value) })}</p>
      {how.problem && (
        <>
          <p>{problemWords(how.problem as Fault)}</p>
          <Button kind="second" onClick={() => void tryAgain(held.version)}>
            {_("Send again")}
          </Button>
        </>
      )}
      <CopyText text={() => asText(held, now.value)} />
    </li>
  );
}

export function CopyText({ text, onCopied }: { text: () => string; onCopied?: () => void }) {
  const shown = useSignal("");
  async function copy(): Promise<void> {
    const words = text();
    try {
      await navigator.clipboard.writeText(words);
      announce(_("Copied."));
    } catch {
      // No clipboard: the words stand on the screen, to be marked by hand.
      shown.value = words;
    }
    onCopied?.();
  }
  return (
    <>
      <Button kind="plain" icon="copy" onClick={() => void copy()}>
        {_("Copy as text")}
      </Button>
      {shown.value && <pre class="copied">{shown.value}</pre>}
    </>
  );
}
