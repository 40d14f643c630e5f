import { _, ngettext } from "../../../i18n/index.ts";
import { begun, entries } from "../../../store/entries.ts";
import { tasks } from "../../../store/journey.ts";
import { shares } from "../../../store/sharing.ts";
import { Button } from "../../parts/Button.tsx";
import { Icon, type IconName } from "../../parts/Icon.tsx";
import { CopyText } from "../me/Unsent.tsx";
import { Contact } from "../Contact.tsx";
import { Page } from "../Page.tsx";
import { CallUs } from "../Urgent.tsx";
import { listAsText } from "./asText.ts";
import { ListPaper } from "./ListPaper.tsx";
import "./list.css";

/** What one may want at hand: questions, medicines, whom to call, what we do. */
export function List() {
  const questions = entries("VisitQuestion");
  const open = questions.filter(({ entry }) => !entry.answered).length;
  const medicines = entries("MedicationStatement").length;
  const people = entries("ContactPoint").length;
  const doing = tasks().length;
  const some = questions.length + medicines + people + doing > 0;
  return (
    <Page heading={_("The list")} places>
      <Contact />
      <nav class="ways no-print" aria-label={_("What is on the list")}>
        <Way to="questions" icon="speech" name={_("Questions for the round")}>
          {open > 0
            ? ngettext("{n} waits for an answer", "{n} wait for an answer", open)
            : questions.length > 0
              ? _("All are answered")
              : _("Write them down as you think of them")}
        </Way>
        <Way to="medicines" icon="list" name={_("Medicines")}>
          {medicines > 0 ? ngettext("{n} medicine", "{n} medicines", medicines) : _("What is taken, how much and why")}
        </Way>
        <Way to="calls" icon="phone" name={_("Whom to call")}>
          {people > 0 ? ngettext("The ward, and {n} more", "The ward, and {n} more", people) : _("The ward, and those you add")}
        </Way>
        {shares("plan") && (
          <Way to="doing" icon="check" name={_("What we do")}>
            {doing > 0 ? ngettext("{n} thing is agreed", "{n} things are agreed", doing) : _("Nothing is agreed yet")}
          </Way>
        )}
      </nav>
      {begun(() => true).length > 0 && <p class="quiet no-print">{_("Something you began to write is not on the list yet. It is kept.")}</p>}
      {some && (
        <div class="row no-print">
          <Button kind="plain" icon="print" onClick={() => print()}>
            {_("Print the list")}
          </Button>
          <CopyText text={listAsText} />
        </div>
      )}
      <div class="no-print">
        <CallUs />
      </div>
      <ListPaper />
    </Page>
  );
}

function Way({ to, icon, name, children }: { to: string; icon: IconName; name: string; children: string }) {
  return (
    <a href={`/p/list/${to}`}>
      <Icon name={icon} />
      <span>
        {name}
        <small class="below">{children}</small>
      </span>
      <Icon name="forward" />
    </a>
  );
}
