import { useEffect, useRef } from "preact/hooks";
import type { PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Icon } from "../../parts/Icon.tsx";
import { pathTo } from "../route.ts";
import { isNurse } from "../session.ts";
import { talkName } from "../together/occasions.ts";
import { at, sentence } from "../words.ts";
import { isOurs } from "./labels.ts";
import { Parts } from "./Parts.tsx";
import type { Shown } from "./Quotes.tsx";
import { mostly } from "./speakers.ts";
import { type Told, talkOf } from "./told.ts";

/** Another form than the first: folded when it has been read, whole and in its own order when opened. */
export function OtherForm({ page, told, ...those }: Omit<Shown, "said" | "large" | "level" | "usual"> & { page: PatientPage; told: Told }) {
  const shown = { ...those, usual: mostly(told.said, those.patient) };
  const talk = talkOf(page, told);
  // A talk was written by staff themselves: nobody has to read it.
  const unread = !talk && told.answers.some(({ read }) => !read);
  const sheet = useRef<HTMLDetailsElement>(null);
  useEffect(() => opensOnPaper(sheet.current), []);
  const [last] = [...told.answers].sort((a, b) => (a.received < b.received ? 1 : -1));
  const when = last && at(last.received, shown.unit.timezone);
  return (
    <details class="form" ref={sheet} open={unread}>
      <summary>
        <h2>{(talk ? talkName(talk.workflow, told.title) : told.title) || _("Another form")}</h2>{" "}
        <span class="quiet">{last?.authorName ? `${sentence(_("{when}, written by {name}", { when: when ?? "", name: last.authorName }))}.` : _("Received {when}.", { when: when ?? "" })}</span>{" "}
        {unread && <b>{_("Not read yet.")}</b>}
      </summary>
      <div class="stack">
        <Parts parts={told.parts} level={3} {...shown} />
        {shown.usual && <p class="quiet">{shown.usual}</p>}
        <FormFoot told={told} {...shown} />
        {talk && isNurse.value && !page.encounter.ended && (
          <div class="row no-print">
            <a class="button second" href={pathTo(page.encounter.unit.id, page.encounter.id, "talk", talk.name)}>
              {_("Go on with this talk")}
            </a>
          </div>
        )}
      </div>
    </details>
  );
}

/** What is folded on the screen is open on paper. */
function opensOnPaper(sheet: HTMLDetailsElement | null): () => void {
  let folded = false;
  const before = (): void => {
    folded = sheet !== null && !sheet.open;
    sheet?.setAttribute("open", "");
  };
  const after = (): void => void (folded && sheet?.removeAttribute("open"));
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}

/** What is not asked any more because of another answer, and who owns the form. */
export function FormFoot({ told, ...shown }: Omit<Shown, "said" | "large" | "level"> & { told: Told }) {
  return (
    <>
      {told.former.length > 0 && (
        <details class="no-print">
          <summary>{_("Said before, and not asked any more")}</summary>
          <div class="stack tight">
            <p class="quiet">{_("Another answer has changed since, so that these do not stand any longer.")}</p>
            <Parts parts={told.former} level={4} {...shown} />
          </div>
        </details>
      )}
      {told.copyright && !isOurs(told.url) && (
        <p class="quiet">
          <Icon name="book" /> {told.copyright}
        </p>
      )}
    </>
  );
}
