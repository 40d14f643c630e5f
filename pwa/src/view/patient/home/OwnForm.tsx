import type { FormForStay } from "../../../domain/wire.ts";
import { _, ngettext, when } from "../../../i18n/index.ts";
import { statements, unsentLinks, wasSent } from "../../../store/answers.ts";
import { anyReview } from "../../../store/journey.ts";
import { goneFromHere } from "../../../store/form.ts";
import { ButtonLink } from "../../parts/Button.tsx";
import { Gone } from "../answers/Gone.tsx";
import { now } from "../now.ts";
import { staffNamed } from "../staff.ts";
import { stay } from "../../../store/documents.ts";

/** What matters to the one who helps: asked of themselves, apart from the patient. `alone`: nothing else is asked here. */
export function OwnForm({ form, alone }: { form: FormForStay; alone: boolean }) {
  const given = stay.value?.given ?? "";
  const unsent = unsentLinks(form).length;
  const answered = statements(form).size;
  const review = anyReview(form);
  const way = `/p/form/${form.name}`;
  return (
    <section class="card">
      <h2>{_("And you?")}</h2>
      {alone && <p>{_("Here you can read and learn, and tell us what matters to you.")}</p>}
      <p>{_("What matters to you as a carer? Those who look after {name} want to know how you are, too.", { name: given })}</p>
      {goneFromHere(form) ? (
        <Gone />
      ) : wasSent(form) ? (
        <>
          {unsent > 0 && <p>{ngettext("{n} change is not sent.", "{n} changes are not sent.", unsent)}</p>}
          {review && (
            <p>{_("Read by {who}, {when}.", { who: staffNamed(review.by, review.title), when: when(review.at, now.value) })}</p>
          )}
          <ButtonLink kind="second" wide href={unsent > 0 ? `/p/send/${form.name}` : "/p/answers"}>
            {unsent > 0 ? _("Look through and send") : _("See what you have said")}
          </ButtonLink>
        </>
      ) : (
        <div class="stack tight">
          <ButtonLink kind={alone ? "main" : "second"} wide href={way}>
            {answered > 0 ? _("Go on") : _("Tell us about you")}
          </ButtonLink>
          {answered > 0 && (
            <a class="link" href={`/p/send/${form.name}`}>
              {_("Look through and send")}
            </a>
          )}
        </div>
      )}
    </section>
  );
}
