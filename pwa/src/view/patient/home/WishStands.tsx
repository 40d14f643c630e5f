import { _, when } from "../../../i18n/index.ts";
import { rooms } from "../../../store/here.ts";
import { wish } from "../../../store/marks.ts";
import { now } from "../now.ts";
import { CallUs } from "../Urgent.tsx";
import { staffNamed } from "../staff.ts";

/** Where the wish to talk alone is now. While it is not sent, the phone says so in large type. */
export function WishStands() {
  const own = wish.value;
  if (!own || own.content.wish === "no") return null;
  if (!own.held.received) {
    return (
      <div class="notice strong" role="status">
        <p class="large">
          <b>{_("This is not sent. Call us.")}</b>
        </p>
        <CallUs kind="main" />
        <p>{_("Your wish to talk is sent by itself when there is a network.")}</p>
      </div>
    );
  }
  const taken = [...rooms.attentions.value.values()].find(
    ({ document, takenAt }) => document === own.document && takenAt,
  );
  return (
    <div class="news" role="status">
      <p>
        {_("You want to talk with us alone. We received it {when}.", { when: when(own.held.received, now.value) })}
      </p>
      <p>
        {taken
          ? _("{who} has taken it and comes to you.", { who: staffNamed(taken.takenBy, taken.title) })
          : _("You see here when somebody has taken it.")}
      </p>
    </div>
  );
}
