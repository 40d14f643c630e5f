import { useSignal } from "@preact/signals";
import { question } from "../../../domain/questionnaire/index.ts";
import type { ResponseItem } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import { statements, unsentLinks, wasSent } from "../../../store/answers.ts";
import { stay } from "../../../store/documents.ts";
import { isOwn, keepPlace, send } from "../../../store/form.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { Page } from "../Page.tsx";
import { go } from "../route.ts";
import { CallUs, Urgent } from "../Urgent.tsx";
import { Said } from "../Said.tsx";
import { where } from "../where.ts";
import { saidBy } from "./saidBy.ts";
import { type LoadedForm, useForm } from "./useForm.ts";
import { helping } from "./WhoSaid.tsx";

/** All answers in large type before they are sent: the person's own sentences, and who will read them. */
export function Send({ name }: { name: string }) {
  const loaded = useForm(name);
  if (!loaded || loaded === "away") return <Page heading={_("Just a moment …")}>{null}</Page>;
  return <LookThrough {...loaded} />;
}

function LookThrough({ form, asked }: LoadedForm) {
  const failed = useSignal(false);
  const said = statements(form);
  const again = wasSent(form);
  const changed = !again || unsentLinks(form).length > 0;
  const last = helping() ? `/p/form/${form.name}/${asked.at(-1)?.linkId ?? ""}` : `/p/talk/${form.name}`;

  async function press(): Promise<void> {
    try {
      await send(form);
      go(isOwn(form) ? `/p/sent/${form.name}` : "/p/sent");
    } catch {
      failed.value = true;
    }
  }

  return (
    <Page heading={_("Look through before you send")} back={{ href: last, words: _("Back") }}>
      {said.size === 0 && (
        <>
          <p>{_("You have not answered anything yet. That is all right. You can also tell us.")}</p>
          <ButtonLink wide kind="second" href={`/p/form/${form.name}/${asked[0]?.linkId ?? ""}`}>
            {_("To the first question")}
          </ButtonLink>
          <CallUs />
        </>
      )}
      {asked.map((item) => {
        const now = said.get(item.linkId);
        if (!now) return null;
        return (
          <section class="stack tight" key={item.linkId}>
            <h2 class="asked">{question(item, language.value)}</h2>
            {now.items.map((each) => (
              <Said key={each.authored} item={each} by={isOwn(form) ? whoSees(now.audience) : by(each, now.audience)} />
            ))}
            <a class="link" href={`/p/form/${form.name}/${item.linkId}`} onClick={() => void keepPlace(form, { step: item.linkId })}>
              {_("Change")}
              <span class="unseen">: {question(item, language.value)}</span>
            </a>
          </section>
        );
      })}
      <div role="alert">
        {failed.value && (
          <div class="notice strong">
            <p>{_("The phone could not send or keep this. Do not close the page. Try again, or call us.")}</p>
            <CallUs />
          </div>
        )}
      </div>
      {said.size > 0 && changed && (
        <div class="stack tight">
          <p class="quiet">{isOwn(form) ? whoReadsOfMe() : whoReads()}</p>
          <Button wide icon="send" onClick={() => void press()}>
            {again ? _("Send the change") : _("Send")}
          </Button>
        </div>
      )}
      {!changed && <p>{_("This has been sent, and nothing has changed since.")}</p>}
      <Urgent />
    </Page>
  );
}

const whoReads = (): string =>
  helping()
    ? _("Those who look after {name} {where} read it. You see here when it has been read.", { name: stay.value?.given ?? "", where: where() })
    : _("Those who look after you {where} read it. You see here when it has been read.", { where: where() });

const whoReadsOfMe = (): string =>
  _("Those who look after {name} {where} read it. {name} sees only what you have chosen to show.", { name: stay.value?.given ?? "", where: where() });
const whoSees = (audience: "all" | "staff"): string => (audience === "all" ? _("{name} may see this too.", { name: stay.value?.given ?? "" }) : "");

/** Said only when it is not plain: who said it, and who may not see it. */
function by(item: ResponseItem, audience: "all" | "staff"): string {
  const said = item.saidBy.kind === "patient" && item.writtenBy.kind === "patient" ? "" : saidBy(item);
  return [said, audience === "staff" ? _("Only for health personnel.") : ""].filter(Boolean).join(" ");
}
