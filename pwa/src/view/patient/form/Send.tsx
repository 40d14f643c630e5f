import { useSignal } from "@preact/signals";
import { flaws } from "../../../domain/questionnaire/rules.ts";
import { type AskedPlace, askedPlaces, notAsked, screens } from "../../../domain/questionnaire/screens.ts";
import { question } from "../../../domain/questionnaire/texts.ts";
import { spot } from "../../../domain/join.ts";
import type { FormForStay, ResponseItem } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import { statements, unsentLinks, wasSent } from "../../../store/answers.ts";
import { stay } from "../../../store/documents.ts";
import { isOwn, keepPlace, send } from "../../../store/form.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { Page } from "../Page.tsx";
import { go } from "../route.ts";
import { CallUs, Urgent } from "../Urgent.tsx";
import { Said } from "../Said.tsx";
import { faultWords } from "../../parts/form/faults.ts";
import { where } from "../where.ts";
import { saidBy } from "./saidBy.ts";
import { above, begins } from "./above.ts";
import { asksToTalk } from "./Form.tsx";
import { outcomeOf } from "./outcome.ts";
import { to } from "./to.ts";
import { itemsOf, type LoadedForm, placesNow, useForm } from "./useForm.ts";
import { helping } from "./WhoSaid.tsx";

/** All answers in large type before they are sent: the person's own sentences, and who will read them. */
export function Send({ name }: { name: string }) {
  const loaded = useForm(name);
  if (!loaded || loaded === "away") return <Page heading={_("Just a moment …")}>{null}</Page>;
  return <LookThrough {...loaded} />;
}

function LookThrough(loaded: LoadedForm) {
  const { form, ready } = loaded;
  const failed = useSignal(false);
  const said = statements(form);
  const items = itemsOf(form);
  const found = placesNow(loaded);
  const asked = askedPlaces(found);
  const row = screens(found);
  const apart = notAsked(ready.nodes, found, items);
  const again = wasSent(form);
  const changed = !again || unsentLinks(form).length > 0;
  const last = !asksToTalk(form) ? to("form", form, row.at(-1)?.link ?? "") : `/p/talk/${form.name}`;

  async function press(): Promise<void> {
    try {
      await send(form, apart);
      go(`/p/sent/${form.name}`);
    } catch {
      failed.value = true;
    }
  }

  return (
    <Page heading={changed ? _("Look through before you send") : helping() ? _("The answers") : _("Your answers")} back={{ href: last, words: _("Back") }}>
      {!changed && <p>{_("This has been sent, and nothing has changed since.")}</p>}
      {said.size === 0 && (
        <>
          <p>{_("You have not answered anything yet. That is all right. You can also tell us.")}</p>
          <ButtonLink wide kind="second" href={to("form", form, row[0]?.link ?? "")}>
            {_("To the first question")}
          </ButtonLink>
          <CallUs />
        </>
      )}
      <ToMend loaded={loaded} apart={apart} />
      {asked.filter(({ spot }) => said.has(spot)).map((one, n, all) => {
        const { place: { node }, spot } = one;
        const now = said.get(spot);
        if (!now) return null;
        const section = begins(one, all[n - 1]);
        const name = question(node.item, language.value);
        return (
          <section class="stack tight" key={spot}>
            {section && <h2>{section}</h2>}
            {above(one) ? <h3 class="asked">{name}</h3> : <h2 class="asked">{name}</h2>}
            {now.items.map((each) => (
              <Said key={each.authored} item={each} by={isOwn(form) ? whoSees(now.audience) : by(each, now.audience)} />
            ))}
            <a class="link" href={to("form", form, spot)} onClick={() => void keepPlace(form, { step: node.item.linkId })}>
              {_("Change")}
              <span class="unseen">: {name}</span>
            </a>
          </section>
        );
      })}
      {said.size > 0 && <NotAnswered form={form} open={asked.filter(({ place, spot }) => !said.has(spot) && !place.node.item.readOnly)} />}
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
      {ready.questionnaire.copyright && !/^(MIT|CC0)/.test(ready.questionnaire.copyright) && <p class="quiet">{ready.questionnaire.copyright}</p>}
      <Urgent />
    </Page>
  );
}

/** What was skipped, for those who want to go back to it; folded away, since nobody has to. */
function NotAnswered({ form, open }: { form: FormForStay; open: readonly AskedPlace[] }) {
  if (open.length === 0) return null;
  return (
    <details class="skipped">
      <summary>
        {_("Not answered yet")} ({open.length})
      </summary>
      <ul>
        {open.map(({ place, spot }) => (
          <li key={spot}>
            <a href={to("form", form, spot)}>{question(place.node.item, language.value)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What the form asks for and does not have, or cannot take as it is. It may be sent all the same. */
function ToMend({ loaded: { form, ready }, apart }: { loaded: LoadedForm; apart: ReadonlySet<string> }) {
  const items = itemsOf(form).filter((item) => !apart.has(spot(item)));
  const open = flaws(ready, items, outcomeOf(form)?.met).flatMap(({ linkId, within, remark }) => {
    const item = ready.nodes.get(linkId)?.item;
    return item ? [{ item, remark, at: spot({ linkId, within }) }] : [];
  });
  if (open.length === 0) return null;
  return (
    <section class="notice stack tight">
      <p>{_("The form asks for a little more. You can send it as it is, too.")}</p>
      <ul>
        {open.map(({ item, remark, at }) => (
          <li key={`${at} ${remark}`}>
            <a href={to("form", form, at)}>{question(item, language.value)}</a>: {faultWords(remark, item, language.value)}
          </li>
        ))}
      </ul>
    </section>
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
