import type { FormForStay, TalkMark } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { sentAt } from "../../../store/answers.ts";
import { talked, tellTalked } from "../../../store/marks.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import { helping } from "../form/WhoSaid.tsx";
import { now } from "../now.ts";

const A_DAY = 24 * 3_600_000;

/** The mirror that cannot be gamed: a day later the person is asked. */
export function Talked({ form }: { form: FormForStay }) {
  const sent = sentAt(form);
  const own = talked.value?.content.talked;
  if (helping() || !sent || now.value - Date.parse(sent) < A_DAY) return null;
  if (own) return null;
  const tell = (answer: TalkMark["talked"]) => async (): Promise<void> => {
    await tellTalked(answer);
    announce(_("Thank you. That is saved."));
  };
  return (
    <section class="card">
      <h2>{_("Did somebody talk with you about what you wrote?")}</h2>
      <div class="stack tight">
        <Button kind="second" wide onClick={tell("yes")}>
          {_("Yes")}
        </Button>
        <Button kind="second" wide onClick={tell("little")}>
          {_("A little")}
        </Button>
        <Button kind="second" wide onClick={tell("no")}>
          {_("No")}
        </Button>
      </div>
    </section>
  );
}
