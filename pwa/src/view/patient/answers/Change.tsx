import { useSignal } from "@preact/signals";
import { _ } from "../../../i18n/index.ts";
import { unsentLinks } from "../../../store/answers.ts";
import { send } from "../../../store/form.ts";
import { Button } from "../../parts/Button.tsx";
import type { Pen } from "../form/pen.ts";
import { Question } from "../form/Question.tsx";
import { useForm } from "../form/useForm.ts";
import { Page } from "../Page.tsx";
import { go } from "../route.ts";

/** One answer is changed after it was sent; the old one stays in the history. */
export function Change({ name, link }: { name: string; link: string }) {
  const loaded = useForm(name);
  const failed = useSignal(false);
  const home = `/p/answers/${name}/${link}`;
  const back = { href: home, words: _("Back") };
  if (!loaded || loaded === "away") return <Page heading={_("Just a moment …")} back={back}>{null}</Page>;
  const { form, asked } = loaded;
  const item = asked.find(({ linkId }) => linkId === link);
  if (!item) return <Page heading={_("There is no answer here")} back={back}>{null}</Page>;

  async function press(pen: Pen): Promise<void> {
    failed.value = false;
    if (!(await pen.flush())) return;
    // Other changes that wait are looked through before they go.
    if (unsentLinks(form).some((other) => other !== link)) return go(`/p/send/${form.name}`);
    try {
      if (unsentLinks(form).length > 0) await send(form);
      go(home);
    } catch {
      failed.value = true;
    }
  }

  return (
    <Question form={form} item={item} back={back}>
      {(pen) => (
        <>
          <Button wide icon="send" onClick={() => void press(pen)}>
            {_("Send the change")}
          </Button>
          <p class="fault" role="alert">
            {failed.value && _("The phone could not keep this. Try again, or call us.")}
          </p>
        </>
      )}
    </Question>
  );
}
