import { question } from "../../../domain/questionnaire/index.ts";
import { _, language } from "../../../i18n/index.ts";
import { statements } from "../../../store/answers.ts";
import { stay } from "../../../store/documents.ts";
import { goneFromHere, isOwn } from "../../../store/form.ts";
import { journey, type Journey, tasks } from "../../../store/journey.ts";
import { NotSettled } from "../form/Unsettled.tsx";
import { helping } from "../form/WhoSaid.tsx";
import { type LoadedForm, useForm } from "../form/useForm.ts";
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

function List({ form, asked }: LoadedForm) {
  const said = statements(form);
  const links = new Set(said.keys());
  const apart = isOwn(form) ? [] : tasks().filter(({ quote }) => !quote || !links.has(quote.linkId));
  return (
    <>
      {goneFromHere(form) && <Gone />}
      {asked.map((item) => {
        const now = journey(form, item.linkId);
        if (!now) return null;
        return (
          <section class="card" key={item.linkId}>
            <h2 class="asked">{question(item, language.value)}</h2>
            {now.items.map((each) => (
              <Said small key={each.authored} item={each} />
            ))}
            <NotSettled form={form} link={item.linkId} />
            <p class="quiet">{standing(now)}</p>
            <a href={`/p/answers/${form.name}/${item.linkId}`}>
              {_("See what happens")}
              <span class="unseen">: {question(item, language.value)}</span>
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
