import { _ } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { here } from "../../../store/here.ts";
import { goneFromHere } from "../../../store/form.ts";
import { ButtonLink } from "../../parts/Button.tsx";
import { Way } from "../../parts/Way.tsx";
import { Gone } from "../answers/Gone.tsx";
import { wayOfForm } from "../answers/way.ts";
import { Contact } from "../Contact.tsx";
import { Page } from "../Page.tsx";
import { CallUs, Urgent } from "../Urgent.tsx";

/** Right after Send: what is true now, and what comes. */
export function Sent({ name }: { name: string }) {
  const forms = stay.value?.forms ?? [];
  const form = forms.find((each) => each.name === name) ?? forms[0];
  return (
    <Page heading={_("Thank you")} back={{ href: "/p", words: _("Viktig") }}>
      <Contact />
      {form && (goneFromHere(form) ? <Gone /> : <Way steps={wayOfForm(form)} />)}
      <p class="quiet">{_("You can change an answer later. Then both the old and the new are kept.")}</p>
      {here.value?.keeps === "ward" && (
        <ButtonLink wide href="/p/me/leave">
          {_("Hand the tablet back")}
        </ButtonLink>
      )}
      <ButtonLink wide kind={here.value?.keeps === "ward" ? "second" : "main"} href="/p">
        {_("Done")}
      </ButtonLink>
      <CallUs />
      <Urgent />
    </Page>
  );
}
