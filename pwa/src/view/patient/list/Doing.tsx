import { _ } from "../../../i18n/index.ts";
import { tasks } from "../../../store/journey.ts";
import { DoesItHelp } from "../answers/DoesItHelp.tsx";
import { Page } from "../Page.tsx";
import { CallUs } from "../Urgent.tsx";

/** What is agreed and done. */
export function Doing() {
  const done = tasks();
  return (
    <Page heading={_("What we do")} back={{ href: "/p/list", words: _("The list") }}>
      {done.length === 0 && <p class="quiet">{_("Nothing has been agreed in here yet.")}</p>}
      {done.map((task) => (
        <DoesItHelp key={task.id} task={task} />
      ))}
      <CallUs />
    </Page>
  );
}
