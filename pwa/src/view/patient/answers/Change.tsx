import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { spot } from "../../../domain/join.ts";
import { places, walked } from "../../../domain/questionnaire/places.ts";
import { notAsked, screens, spotOf, type Screen as Asked } from "../../../domain/questionnaire/screens.ts";
import { _ } from "../../../i18n/index.ts";
import { unsentLinks } from "../../../store/answers.ts";
import { send } from "../../../store/form.ts";
import { Button } from "../../parts/Button.tsx";
import { screenOf } from "../form/Form.tsx";
import { useInstances } from "../form/instances.ts";
import type { OnScreen } from "../form/onScreen.ts";
import { outcomeOf } from "../form/outcome.ts";
import { answersNow } from "../form/pen.ts";
import { Screen } from "../form/Screen.tsx";
import { to } from "../form/to.ts";
import { itemsOf, type LoadedForm, placesNow, useForm } from "../form/useForm.ts";
import { Page } from "../Page.tsx";
import { go } from "../route.ts";

/** One answer is changed after it was sent; the old one stays in the history. */
export function Change({ name, link }: { name: string; link: string }) {
  const loaded = useForm(name);
  if (!loaded || loaded === "away") return <Page heading={_("Just a moment …")} back={{ href: "/p/answers", words: _("Back") }}>{null}</Page>;
  return <OnItsScreen loaded={loaded} link={link} />;
}

function OnItsScreen({ loaded: { form, ready }, link }: { loaded: LoadedForm; link: string }) {
  const failed = useSignal(false);
  const instances = useInstances();
  const row = (): Asked[] => screens(places(ready, answersNow(form, ready), instances.grown, outcomeOf(form)?.met));
  const before = useMemo(() => new Set(row().map((one) => one.link)), []);
  const home = to("answers", form, link);
  const back = { href: home, words: _("Back") };
  const screen = screenOf(row(), link);
  if (!screen) return <Page heading={_("There is no answer here")} back={back}>{null}</Page>;

  async function press(on: OnScreen): Promise<void> {
    failed.value = false;
    if (on.wrong()) return;
    if (!(await on.flush())) return;
    // What is asked only now is asked; other changes that wait are looked through before they go.
    const asks = row().find((one) => !before.has(one.link));
    if (asks) return go(to("form", form, asks.link));
    const items = itemsOf(form);
    const found = placesNow({ form, ready });
    const here = new Set(walked(row().find((one) => one.link === screen?.link)?.places ?? []).map(spotOf));
    if (unsentLinks(form).some((other) => !here.has(other))) return go(`/p/send/${form.name}`);
    try {
      if (unsentLinks(form).length > 0) await send(form, notAsked(ready.nodes, found, items));
      go(items.some((item) => spot(item) === link) ? home : "/p/answers");
    } catch {
      failed.value = true;
    }
  }

  return (
    <Screen form={form} screen={screen} instances={instances} back={back}>
      {(on) => (
        <>
          <Button wide icon="send" onClick={() => void press(on)}>
            {_("Send the change")}
          </Button>
          <p class="fault" role="alert">
            {failed.value && _("The phone could not keep this. Try again, or call us.")}
          </p>
        </>
      )}
    </Screen>
  );
}
