import type { FormForStay } from "../../../domain/wire.ts";
import { _, ngettext } from "../../../i18n/index.ts";
import { statements, unsentLinks, wasSent } from "../../../store/answers.ts";
import { quiet, stay } from "../../../store/documents.ts";
import { here } from "../../../store/here.ts";
import { ButtonLink } from "../../parts/Button.tsx";
import { goneFromHere, isOwn } from "../../../store/form.ts";
import { Gone } from "../answers/Gone.tsx";
import { Contact } from "../Contact.tsx";
import { NotSettled } from "../form/Unsettled.tsx";
import { helping } from "../form/WhoSaid.tsx";
import { Offer } from "../install/Offer.tsx";
import { Offered } from "../learn/Offered.tsx";
import { NewVersion } from "../NewVersion.tsx";
import { Page } from "../Page.tsx";
import { CallUs, Urgent } from "../Urgent.tsx";
import { News } from "./News.tsx";
import { OtherForm } from "./OtherForm.tsx";
import { OwnForm } from "./OwnForm.tsx";
import { Talked } from "./Talked.tsx";
import { Today } from "./Today.tsx";
import { WishStands } from "./WishStands.tsx";

/** What one sees first: today, what to do now, and what has come of what was said. */
export function Home() {
  const where = stay.value;
  const form = where?.forms?.find((each) => !isOwn(each));
  const own = where?.forms?.find(isOwn);
  // What is asked anew is asked now; what may be left out when the first has been sent.
  const others = (where?.forms ?? []).filter((each) => each !== form && !isOwn(each) && form && (each.workflow === "still-right" || wasSent(form)));
  return (
    <Page heading={greeting()} places>
      <Contact wishTold={!quiet.value} />
      {!quiet.value && <Today />}
      {!quiet.value && <WishStands />}
      {where?.ended && <p class="notice">{ended()}</p>}
      {form && !quiet.value && <NotSettled form={form} />}
      {form && !quiet.value && <Next form={form} />}
      {form && wasSent(form) && <News form={form} />}
      {form && !quiet.value && <Talked form={form} />}
      {!quiet.value && others.map((each) => <OtherForm key={each.name} form={each} />)}
      {own && !quiet.value && <OwnForm form={own} alone={!form} />}
      {!quiet.value && <Offered />}
      {form && statements(form).size > 0 && <Offer sent={wasSent(form)} />}
      <NewVersion />
      <CallUs />
      <Urgent />
    </Page>
  );
}

function greeting(): string {
  const holder = here.value;
  return _("Hello, {name}", { name: holder?.person.role === "related" ? holder.person.name : (holder?.given ?? "") });
}

function ended(): string {
  return quiet.value
    ? _("Nothing more is asked here. You can still read what was written. Call us if you wonder about something.")
    : _("The stay has ended. You can still read what was said here, and change your answers.");
}

/** The one thing to do now. */
function Next({ form }: { form: FormForStay }) {
  const answered = statements(form).size;
  const given = here.value?.given ?? "";
  if (goneFromHere(form)) return <Gone />;
  if (wasSent(form)) {
    const unsent = unsentLinks(form).length;
    if (unsent === 0) return null;
    return (
      <div class="notice">
        <p>{ngettext("{n} change is not sent.", "{n} changes are not sent.", unsent)}</p>
        <ButtonLink wide href={`/p/send/${form.name}`}>
          {_("Look through and send")}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div class="stack tight">
      <p class="large">
        {helping() ? _("What matters to {name} now?", { name: given }) : _("What matters to you now?")}
      </p>
      <ButtonLink wide href={`/p/form/${form.name}`}>
        {answered > 0 ? _("Go on") : _("Tell us")}
      </ButtonLink>
      {answered > 0 && (
        <>
          <p class="quiet">
            {ngettext("You have answered {n} question. It is not sent.", "You have answered {n} questions. They are not sent.", answered)}
          </p>
          <a class="link" href={`/p/send/${form.name}`}>
            {_("Look through and send")}
          </a>
        </>
      )}
    </div>
  );
}
