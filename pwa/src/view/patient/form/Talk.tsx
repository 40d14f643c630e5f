import { useSignal } from "@preact/signals";
import { screens } from "../../../domain/questionnaire/screens.ts";
import type { CommunicationRequest } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { askToTalk, wish } from "../../../store/marks.ts";
import { Button } from "../../parts/Button.tsx";
import { Page } from "../Page.tsx";
import { go } from "../route.ts";
import { Urgent } from "../Urgent.tsx";
import { WishStands } from "../home/WishStands.tsx";
import { Progress } from "./Form.tsx";
import { to } from "./to.ts";
import { placesNow, useForm } from "./useForm.ts";

type Wish = CommunicationRequest["wish"];

/** The last question, for the patient alone: sent at once, and seen by no helper. */
export function Talk({ name }: { name: string }) {
  const loaded = useForm(name);
  const failed = useSignal(false);
  if (!loaded || loaded === "away") return <Page heading={_("Just a moment …")}>{null}</Page>;
  const { form } = loaded;
  const all = screens(placesNow(loaded));
  const n = all.length + 1;
  const chosen = wish.value?.content.wish;

  async function choose(answer: Wish): Promise<void> {
    try {
      if (answer !== chosen) await askToTalk(answer);
      failed.value = false;
      if (answer === "no") go(`/p/send/${form.name}`);
    } catch {
      failed.value = true;
    }
  }

  return (
    <Page
      heading={_("Is there something you want to talk with us about today, alone?")}
      above={<Progress at={n} of={n} />}
      back={{ href: to("form", form, all.at(-1)?.link ?? ""), words: _("Back") }}
    >
      <p class="quiet below-heading">{_("Nobody who helps you sees what you choose here. It is sent at once.")}</p>
      <div class="stack tight">
        <Choice words={_("Yes, as soon as possible")} on={chosen === "as-soon-as-possible"} onClick={() => void choose("as-soon-as-possible")} />
        <Choice words={_("Yes, during the day")} on={chosen === "during-the-day"} onClick={() => void choose("during-the-day")} />
        <Choice words={_("No")} on={chosen === "no"} onClick={() => void choose("no")} />
      </div>
      <div role="alert">
        {failed.value && (
          <p class="notice strong">{_("The phone could not keep this, and it is not sent. Call us, or ring for us.")}</p>
        )}
      </div>
      <WishStands />
      <Button wide kind={chosen ? "main" : "second"} onClick={() => go(`/p/send/${form.name}`)}>
        {chosen ? _("Next") : _("Skip")}
      </Button>
      <Urgent />
    </Page>
  );
}

function Choice({ words, on, onClick }: { words: string; on: boolean; onClick: () => void }) {
  return (
    <Button kind="second" wide aria-pressed={on} onClick={onClick}>
      {words}
    </Button>
  );
}
