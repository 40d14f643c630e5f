import { unspot } from "../../../domain/join.ts";
import { question } from "../../../domain/questionnaire/texts.ts";
import { _, language } from "../../../i18n/index.ts";
import { quiet } from "../../../store/documents.ts";
import { journey } from "../../../store/journey.ts";
import { ButtonLink } from "../../parts/Button.tsx";
import { Way } from "../../parts/Way.tsx";
import { saidBy } from "../form/saidBy.ts";
import { NotSettled } from "../form/Unsettled.tsx";
import { to } from "../form/to.ts";
import { useForm } from "../form/useForm.ts";
import { helping } from "../form/WhoSaid.tsx";
import { writtenWhere } from "../form/writtenWhere.ts";
import { Page } from "../Page.tsx";
import { Said } from "../Said.tsx";
import { CallUs, Urgent } from "../Urgent.tsx";
import { DoesItHelp } from "./DoesItHelp.tsx";
import { InOtherWords } from "./InOtherWords.tsx";
import { wayOf } from "./way.ts";

/** One answer: the words, where they are now, and what came of them. */
export function AnswerPage({ name, link }: { name: string; link: string }) {
  const loaded = useForm(name);
  const back = { href: "/p/answers", words: helping() ? _("The answers") : _("Your answers") };
  if (!loaded || loaded === "away") return <Page heading={_("Your answer")} back={back}>{null}</Page>;
  const item = loaded.ready.nodes.get(unspot(link).linkId)?.item;
  const now = journey(loaded.form, link);
  if (!item || !now) return <Page heading={_("There is no answer here")} back={back}>{null}</Page>;
  return (
    <Page heading={question(item, language.value)} back={back} places>
      {now.items.map((each) => (
        <Said key={each.authored} item={each} by={each.unsettled ? writtenWhere(loaded.form, each) : saidBy(each)} />
      ))}
      <InOtherWords form={loaded.form} link={link} items={now.items} />
      <NotSettled form={loaded.form} link={link} />
      {now.audience === "staff" && <p class="quiet">{_("Only for health personnel.")}</p>}
      {now.changed && <p class="notice">{_("You have changed this. The change is not sent.")}</p>}
      <Way steps={wayOf(now)} />
      {now.tasks.map((task) => (
        <DoesItHelp key={task.id} task={task} />
      ))}
      <div class="stack tight">
        {now.changed && (
          <ButtonLink wide href={`/p/send/${loaded.form.name}`}>
            {_("Look through and send")}
          </ButtonLink>
        )}
        {!quiet.value && (
          <ButtonLink wide kind="second" icon="pencil" href={to("change", loaded.form, link)}>
            {_("Change the answer")}
          </ButtonLink>
        )}
        <ButtonLink wide kind="plain" icon="history" href={to("history", loaded.form, link)}>
          {_("What you have said before")}
        </ButtonLink>
      </div>
      <CallUs />
      <Urgent />
    </Page>
  );
}
