import { useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import type { VisitQuestion } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { entries, full, type Listed, mark } from "../../../store/entries.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import { WordsField } from "../../parts/Field.tsx";
import { Words } from "../../parts/Words.tsx";
import { Contact } from "../Contact.tsx";
import { NotSaved, Saved } from "../form/Saved.tsx";
import { passage } from "../learn/passage.ts";
import { Page } from "../Page.tsx";
import { Urgent } from "../Urgent.tsx";
import { Differing } from "./Differing.tsx";
import { somebodyElse } from "./writtenBy.ts";
import { FromModule } from "./FromModule.tsx";
import { Full, tooLong, WORDS_MOST } from "./limits.tsx";
import { SeenBy } from "./SeenBy.tsx";
import { Removed } from "./Removed.tsx";
import { useTry } from "./useTry.ts";
import { useWriting } from "./useWriting.ts";
import "./list.css";


/** Questions for the round: added in one field, ticked off when they are answered. `module`: what they came up in. */
export function Questions({ module = "" }: { module?: string }) {
  const all = entries("VisitQuestion");
  const open = all.filter(({ entry }) => !entry.answered);
  const answered = all.filter(({ entry }) => entry.answered);
  const about = passage.value?.module === module ? passage.value : null;
  const back = about
    ? { href: `/p/learn/${module}/${about.screen}`, words: _("Back") }
    : { href: "/p/list", words: _("The list") };
  const pen = useWriting<VisitQuestion>(undefined, {
    resourceType: "VisitQuestion",
    encounter: stay.value?.id ?? "",
    text: "",
    ...(module && { module }),
    ...(about && { passage: about.words }),
  });
  const asked = useSignal(false);
  const field = useRef<HTMLDivElement>(null);
  const words = pen.entry.text ?? "";
  async function add(): Promise<void> {
    asked.value = true;
    if (words.trim() && !tooLong(words, WORDS_MOST) && (await pen.save({ text: words.trim() }))) {
      asked.value = false;
      announce(_("It stands on the list."));
    }
    field.current?.querySelector("textarea")?.focus();
  }
  return (
    <Page heading={_("Questions for the round")} back={back} status={<Saved state={pen.state} />}>
      <p class="below-heading">
        {_("Write it when you think of it. Those who look after you see it, and no question is too small.")} <SeenBy />
      </p>
      <Contact />
      <Removed />
      <NotSaved state={pen.state} />
      {full.value ? (
        <Full />
      ) : (
        <div class="stack tight" ref={field}>
          <FromModule entry={pen.entry} />
          <WordsField
            label={_("What do you want to ask about?")}
            fault={tooLong(words, WORDS_MOST) || (asked.value && !words.trim() ? _("Write the question first.") : "")}
            rows={2}
            value={words}
            onValue={(text) => pen.write({ text })}
          />
          <Button wide icon="plus" onClick={() => void add()}>
            {_("Put it on the list")}
          </Button>
          {open.length === 0 && <Examples />}
        </div>
      )}
      {open.length > 0 && (
        <section class="stack" aria-labelledby="open">
          <h2 id="open">{_("Not answered yet")}</h2>
          <ul class="plain stack">
            {open.map((one) => (
              <Question key={one.document} listed={one} />
            ))}
          </ul>
        </section>
      )}
      {answered.length > 0 && (
        <section class="stack" aria-labelledby="answered">
          <h2 id="answered">{_("Answered")}</h2>
          <ul class="plain stack">
            {answered.map((one) => (
              <Question key={one.document} listed={one} />
            ))}
          </ul>
        </section>
      )}
      <Urgent />
    </Page>
  );
}

function Question({ listed }: { listed: Listed<VisitQuestion> }) {
  const { document, entry, differing } = listed;
  const trying = useTry();
  const tick = (answered: boolean) => () =>
    trying.run(async () => {
      await mark(document, { answered });
      announce(answered ? _("Ticked off.") : _("It waits for an answer again."));
    });
  return (
    <li class="card">
      {!differing.some(({ field }) => field === "text") && <Words small by={somebodyElse(document)}>{entry.text}</Words>}
      <Differing listed={listed} />
      <FromModule entry={entry} />
      {entry.answer && !differing.some(({ field }) => field === "answer") && (
        <p>
          <span class="quiet">{_("Answered:")}</span> {entry.answer}
        </p>
      )}
      {trying.state === "failed" && <NotSaved state="failed" />}
      <div class="row apart">
        <Button kind={entry.answered ? "plain" : "second"} {...(!entry.answered && { icon: "check" as const })} onClick={tick(!entry.answered)}>
          {entry.answered ? _("Not answered after all") : _("It is answered")}
        </Button>
        <a class="button plain" href={`/p/list/questions/${document}`}>
          {entry.answered && !entry.answer ? _("Write the answer") : _("Change")}
        </a>
      </div>
    </li>
  );
}

function Examples() {
  return (
    <details class="examples">
      <summary>{_("Show examples")}</summary>
      <ul>
        <li>{_("What is wrong with me, in plain words?")}</li>
        <li>{_("What happens next, and when?")}</li>
        <li>{_("What can I do myself?")}</li>
        <li>{_("What should I look out for when I am home?")}</li>
      </ul>
    </details>
  );
}
