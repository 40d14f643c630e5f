import type { TodayLine } from "../../../domain/wire.ts";
import { _, when } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { now } from "../now.ts";

/** Three lines that staff set: who is with me now, what happens next, who to ring tonight. "We don't know yet" is an answer. */
export function Today() {
  const today = stay.value?.today;
  if (!today?.setAt) return null;
  return (
    <section class="card">
      <h2>{_("Today")}</h2>
      <dl class="terms">
        <Line name={_("With you now")} line={today.withMe} />
        <Line name={_("What happens next")} line={today.next} />
        <Line name={_("Who to call tonight")} line={today.tonight} />
      </dl>
      <small>{_("Written {when}.", { when: when(today.setAt, now.value) })}</small>
    </section>
  );
}

function Line({ name, line }: { name: string; line: TodayLine | undefined }) {
  const unknown = line?.known === false;
  if (!line?.text && !unknown) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {line.text} {unknown && _("We do not know yet.")}
      </dd>
    </div>
  );
}
