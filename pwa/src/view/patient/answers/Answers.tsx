import { unspot } from "../../../domain/join.ts";
import { question } from "../../../domain/questionnaire/texts.ts";
import { _, language } from "../../../i18n/index.ts";
import { statements } from "../../../store/answers.ts";
import { stay } from "../../../store/documents.ts";
import { goneFromHere, isOwn } from "../../../store/form.ts";
import { journey, type Journey, tasks } from "../../../store/journey.ts";
import { NotSettled } from "../form/Unsettled.tsx";
import { above } from "../form/above.ts";
import { helping } from "../form/WhoSaid.tsx";
import { to } from "../form/to.ts";
import { askedNow, type LoadedForm, useForm } from "../form/useForm.ts";
import { Page } from "../Page.tsx";
import { Said } from "../Said.tsx";
import { CallUs, Urgent } from "../Urgent.tsx";
import { DoesItHelp } from "./DoesItHelp.tsx";
import { Gone } from "./Gone.tsx";

/** All that was said, and in a few words where each answer is. */
export function Answers() {
  return (
    <Page heading={helping() ? _("The answers") : _("Your answers")} back={{ href: "/p", words: _("Viktig") }} places>
      {stay.value?.forms?.map(({ name }) => (
        <OfForm key={name} name={name} />
      ))}
      <CallUs />
      <Urgent />
    </Page>
  );
}

function OfForm({ name }: { name: string }) {
  const loaded = useForm(name);
  return loaded && loaded !== "away" ? <List {...loaded} /> : null;
}

function List(loaded: LoadedForm) {
  const { form } = loaded;
  const said = statements(form);
  const links = new Set(said.keys());
  const apart = isOwn(form) ? [] : tasks().filter(({ quote }) => !quote || ![...links].some((link) => unspot(link).linkId === quote.linkId));
  return (
    <>
      {goneFromHere(form) && <Gone />}
      {askedNow(loaded).map((asked) => {
        const { place: { node }, spot } = asked;
        const now = journey(form, spot);
        if (!now) return null;
        const section = above(asked);
        const name = question(node.item, language.value);
        return (
          <section class="card" key={spot}>
            {section && <p class="quiet">{section}</p>}
            <h2 class="asked">{name}</h2>
            {now.items.map((each) => (
              <Said small key={each.authored} item={each} />
            ))}
            <NotSettled form={form} link={spot} />
            <p class="quiet">{standing(now)}</p>
            <a href={to("answers", form, spot)}>
              {_("See what happens")}
              <span class="unseen">: {name}</span>
            </a>
          </section>
        );
      })}
      {apart.length > 0 && <h2>{_("What we do besides")}</h2>}
      {apart.map((task) => (
        <DoesItHelp key={task.id} task={task} />
      ))}
    </>
  );
}

function standing(now: Journey): string {
  if (!now.sent) return _("Not sent yet.");
  if (now.changed) return _("You have changed this. The change is not sent.");
  if (!now.received) return _("On its way.");
  if (!now.review) return _("Received, not read yet.");
  return now.tasks.length > 0 ? _("Read, and we do something about it.") : _("Read.");
}
