import type { FormForStay, Review } from "../../../domain/wire.ts";
import { _, when } from "../../../i18n/index.ts";
import { sentItems } from "../../../store/answers.ts";
import { quiet, stay } from "../../../store/documents.ts";
import { anyReview, journey, tasks } from "../../../store/journey.ts";
import { helped } from "../../../store/marks.ts";
import { asksForHelp } from "../answers/helping.ts";
import { helping } from "../form/WhoSaid.tsx";
import { now } from "../now.ts";
import { Said } from "../Said.tsx";
import { whole } from "../Urgent.tsx";
import { staffNamed } from "../staff.ts";
import { receivedThen } from "../where.ts";

/** What has come of what was said: the person's own words, and where they are now. */
export function News({ form }: { form: FormForStay }) {
  const all = [...sentItems(form.shared), ...sentItems(form.staff)];
  const first = all.find(({ linkId }) => linkId === "matters") ?? all.find(({ answer }) => answer?.[0]?.valueString) ?? all[0];
  const review = anyReview(form);
  const done = tasks();
  const asking = !helping() && !quiet.value && done.some((task) => asksForHelp(task) && !helped(task.id));
  const received = first && journey(form, first.linkId)?.received;
  const unit = stay.value?.unit;
  return (
    <section class="news" aria-label={_("What has come of it")}>
      {first && <Said small item={first} />}
      {review ? (
        <p>
          {read(review)}
        </p>
      ) : received ? (
        <p>
          {receivedThen(when(received, now.value))}{" "}
          {unit?.phone
            ? _("Not read yet. Call {phone} if you need an answer.", { phone: whole(unit.phone) })
            : _("Not read yet. Ask those who look after you if you need an answer.")}
        </p>
      ) : (
        <p>{_("Not sent yet.")}</p>
      )}
      {done.map(({ id, description }) => (
        <p key={id}>{_("This is what we do: {what}", { what: description })}</p>
      ))}
      {asking && <p>{_("We wonder whether it helps.")}</p>}
      <a href="/p/answers">{helping() ? _("See all the answers and what happens") : _("See all your answers and what happens")}</a>
    </section>
  );
}

function read(review: Review): string {
  const told = { who: staffNamed(review.by, review.title), when: when(review.at, now.value) };
  if (!review.together) return _("Read by {who}, {when}.", told);
  return helping()
    ? _("Read together with {name} by {who}, {when}.", { name: stay.value?.given ?? "", ...told })
    : _("Read together with you by {who}, {when}.", told);
}
