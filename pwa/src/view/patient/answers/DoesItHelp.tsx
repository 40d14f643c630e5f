import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Task, TaskMark } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { quiet } from "../../../store/documents.ts";
import { helped, tellHelped } from "../../../store/marks.ts";
import { jotted } from "../../../store/jottings.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import { WordsField } from "../../parts/Field.tsx";
import { Words } from "../../parts/Words.tsx";
import { NotSaved } from "../form/Saved.tsx";
import { helping } from "../form/WhoSaid.tsx";
import { profession } from "../staff.ts";
import { useJotting } from "../useJotting.ts";
import { asksForHelp } from "./helping.ts";
import { helpedWords } from "./way.ts";

/** What we do, and the person's word on whether it helps. */
export function DoesItHelp({ task }: { task: Task }) {
  const mark = helped(task.id);
  const asks = asksForHelp(task) && !helping() && !quiet.value;
  const again = useSignal(false);
  return (
    <section class="card" aria-label={task.description}>
      <h2>{task.description}</h2>
      {task.ownerName && <p>{_("{who} does this with you.", { who: profession(task.ownerName) })}</p>}
      {asks && (!mark || again.value) && <Ask task={task} onTold={() => (again.value = false)} />}
      {mark && !again.value && (
        <>
          <p>{_("{what}.", { what: helpedWords(mark.helped) })}</p>
          {mark.words && <Words small>{mark.words}</Words>}
          {asks && (mark.helped !== "unknown" || jotted(helpedJotting(task)).words !== "") && !mark.words && !mark.thanks && <More task={task} mark={mark} />}
          {asks && (
            <button type="button" class="link" onClick={() => (again.value = true)}>
              {_("Say something else")}
            </button>
          )}
        </>
      )}
    </section>
  );
}

function Ask({ task, onTold }: { task: Task; onTold: () => void }) {
  const tell = (answer: TaskMark["helped"]) => async (): Promise<void> => {
    const said = helped(task.id);
    const thanks = answer === "yes" || answer === "little" ? said?.thanks : undefined;
    await tellHelped(task.id, { helped: answer, ...(said?.words && { words: said.words }), ...(thanks && { thanks }) });
    announce(_("Thank you. That is saved."));
    onTold();
  };
  return (
    <div class="stack tight" role="group" aria-label={_("Does it help?")}>
      <p>{_("Does it help?")}</p>
      <Button kind="second" wide onClick={tell("yes")}>
        {_("Yes")}
      </Button>
      <Button kind="second" wide onClick={tell("little")}>
        {_("A little")}
      </Button>
      <Button kind="second" wide onClick={tell("no")}>
        {_("No")}
      </Button>
      <Button kind="plain" wide onClick={tell("unknown")}>
        {_("Don't know")}
      </Button>
    </div>
  );
}

/** Where more is begun. */
const helpedJotting = ({ id }: Task): string => `helped ${id}`;

/** For those who want to say more: why, and thanks. */
function More({ task, mark }: { task: Task; mark: TaskMark }) {
  const about = helpedJotting(task);
  const own = useJotting(about);
  const thanks = own.jotting.thanks === true;
  // Whoever takes all of it back has not closed it.
  const begun = useMemo(() => own.words !== "" || thanks, [about]);
  const good = mark.helped === "yes" || mark.helped === "little";
  const send = async (): Promise<void> => {
    await own.flush();
    await tellHelped(task.id, { helped: mark.helped, words: own.words.trim(), thanks: good && thanks }, about);
  };
  return (
    <details class="examples" open={begun}>
      <summary>{good ? _("Say more, or say thanks") : _("Say more")}</summary>
      <div class="stack tight">
        <WordsField
          label={good ? _("What helped?") : _("What would have been better?")}
          hint={_("Those who look after you read this.")}
          maxLength={4000}
          value={own.words}
          onValue={own.write}
        />
        <NotSaved state="resting" rescue={false} />
        {good && (
          <label class="choice">
            <input type="checkbox" checked={thanks} onChange={({ currentTarget: { checked } }) => own.choose(() => ({ thanks: checked }))} />
            {_("Say thanks from me")}
          </label>
        )}
        <Button kind="second" wide onClick={() => void send()}>
          {_("Send")}
        </Button>
      </div>
    </details>
  );
}
