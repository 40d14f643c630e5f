import { _ } from "../../i18n/index.ts";
import { stay } from "../../store/documents.ts";
import { tasks } from "../../store/journey.ts";
import { DoesItHelp } from "./answers/DoesItHelp.tsx";
import { Page } from "./Page.tsx";
import { CallUs, Urgent } from "./Urgent.tsx";

/** What one may want at hand: whom to call, and what we do. */
export function List() {
  const done = tasks();
  const unit = stay.value?.unit;
  return (
    <Page heading={_("The list")} places>
      <section class="stack">
        <h2>{_("Whom to call")}</h2>
        {unit && (
          <p>
            {unit.name}
            {unit.organizationName && `, ${unit.organizationName}`}
          </p>
        )}
        <CallUs kind="main" />
        <Urgent />
      </section>
      <section class="stack">
        <h2>{_("What we do")}</h2>
        {done.length === 0 && <p class="quiet">{_("Nothing has been agreed in here yet.")}</p>}
        {done.map((task) => (
          <DoesItHelp key={task.id} task={task} />
        ))}
      </section>
    </Page>
  );
}
