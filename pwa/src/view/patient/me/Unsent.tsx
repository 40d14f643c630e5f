import { useSignal } from "@preact/signals";
import { spot } from "../../../domain/join.ts";
import { question, title } from "../../../domain/questionnaire/texts.ts";
import type { FormForStay } from "../../../domain/wire.ts";
import { _, language, ngettext, when } from "../../../i18n/index.ts";
import { documentOf, saidAnew } from "../../../store/answers.ts";
import { content, stay } from "../../../store/documents.ts";
import { damaged, type Draft, type Held, rooms, type Waiting } from "../../../store/here.ts";
import { isParked, tryAgain } from "../../../store/receive.ts";
import { shares } from "../../../store/sharing.ts";
import type { Fault } from "../../../sync/api.ts";
import { contact, syncNow } from "../../../sync/sync.ts";
import { announce } from "../../parts/announce.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { problemWords } from "../../parts/Problem.tsx";
import { Contact } from "../Contact.tsx";
import { words } from "../form/words.ts";
import { to } from "../form/to.ts";
import { useForm } from "../form/useForm.ts";
import { now } from "../now.ts";
import { Page } from "../Page.tsx";
import { whereWritten } from "../list/pages.tsx";
import { asText, gist, named } from "./asText.ts";
import { progress } from "./progress.ts";
import { unreceived } from "./waiting.ts";
import "./unsent.css";

/** What lies on this phone and has not been received yet: what it is, since when, why, and what one can do about it. */
export function Unsent() {
  const waiting = unreceived();
  const drafts = [...rooms.drafts.value];
  const jottings = rooms.jottings.value.size;
  return (
    <Page heading={_("On this phone, not sent")} back={{ href: "/p/me", words: _("Me") }}>
      <Contact />
      <div role="status">{progress.value && <p>{_("Sent {done} of {of}", progress.value)}</p>}</div>
      {waiting.length + drafts.length === 0 ? (
        jottings === 0 && <p>{_("Everything has been received. Nothing waits on this phone.")}</p>
      ) : (
        <div class="stack tight">
          {waiting.length > 0 && (
            <Button wide icon="send" onClick={() => void syncNow()}>
              {_("Send now")}
            </Button>
          )}
          <ButtonLink wide kind="plain" icon="download" href="/p/me/rescue">
            {_("Make a rescue copy")}
          </ButtonLink>
        </div>
      )}
      {drafts.length > 0 && (
        <section class="stack tight">
          <p>{ngettext("{n} answer is only on this phone until you go on or send.", "{n} answers are only on this phone until you go on or send.", drafts.length)}</p>
          <ul class="plain stack tight">
            {drafts.map(([key, draft]) => (
              <Begun key={key} draft={draft} />
            ))}
          </ul>
        </section>
      )}
      {jottings > 0 && (
        <p>
          {ngettext(
            "{n} text that you have begun, about something you read or that helped, is kept here until you finish it.",
            "{n} texts that you have begun, about something you read or that helped, are kept here until you finish them.",
            jottings,
          )}
        </p>
      )}
      {damaged.value > 0 && (
        <div class="notice strong">
          <p>
            {ngettext(
              "{n} thing that was kept on this phone cannot be opened any more.",
              "{n} things that were kept on this phone cannot be opened any more.",
              damaged.value,
            )}{" "}
            {_("What you have sent is safe with us. If something is missing, write it once more or call us.")}
          </p>
        </div>
      )}
      <ul class="plain stack">
        {waiting.map(({ held, how }) => (
          <One key={held.version} held={held} how={how} />
        ))}
      </ul>
    </Page>
  );
}

const formOf = (document: string): FormForStay | undefined =>
  stay.value?.forms?.find((form) => [documentOf(form, "all"), documentOf(form, "staff")].includes(document));

function Begun({ draft }: { draft: Draft }) {
  const form = formOf(draft.form);
  const loaded = useForm(form?.name);
  const asked = loaded && loaded !== "away" ? loaded.ready.nodes.get(draft.linkId)?.item : undefined;
  const [item] = draft.items;
  if (draft.entry) {
    const name = named(draft.entry.content);
    return (
      <li>
        {shares("list") ? <a href={whereWritten(draft.entry)}>{name}</a> : name}
        <p class="words-typed">{gist(draft.entry.content)}</p>
      </li>
    );
  }
  const name = asked ? question(asked, language.value) : (item?.text ?? _("An answer"));
  return (
    <li>
      {form ? <a href={to("form", form, spot(draft))}>{name}</a> : name}
      {item && <span class="quiet"> {when(item.authored, now.value)}</span>}
      {item && !form && <p class="words-typed">{words(item)}</p>}
    </li>
  );
}

function One({ held, how }: { held: Held; how: Waiting }) {
  const said = content(held);
  const form = formOf(held.id);
  const loaded = useForm(form?.name);
  const anew = saidAnew(held);
  const [first] = anew;
  const name = form && loaded && loaded !== "away" && title(loaded.questionnaire, language.value);
  return (
    <li class="card">
      <p>
        <b>{name || named(said)}</b>
        {name && <span class="under">{named(said)}</span>}
      </p>
      {anew.length > 0 && (
        <ul>
          {anew.map((item) => (
            <li key={spot(item)}>{item.text || _("A question")}</li>
          ))}
        </ul>
      )}
      {gist(said) && <p class="words-typed">{gist(said)}</p>}
      <p class="quiet">{_("Written {when}.", { when: when(held.recorded, now.value) })}</p>
      {isParked(how) ? (
        <div class="stack tight">
          <p>{problemWords(how.problem as Fault)}</p>
          {form && first && (
            <ButtonLink wide kind="second" icon="pencil" href={to("form", form, spot(first))}>
              {_("Write it anew")}
            </ButtonLink>
          )}
          <Button wide kind="second" onClick={() => void tryAgain(held.version)}>
            {_("Send again")}
          </Button>
        </div>
      ) : (
        <p>{whyItWaits(how)}</p>
      )}
      <CopyText text={() => asText(held, now.value)} />
    </li>
  );
}

function whyItWaits({ problem }: Waiting): string {
  switch (contact.value) {
    case "signed-out":
      return _("Waits until you have typed a new code.");
    case "offline":
      return _("Waits for a network, and is then sent by itself.");
    default:
      return contact.value === "sending" && !problem ? _("Is being sent now.") : _("Waits here, and is sent by itself as soon as it can be.");
  }
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
