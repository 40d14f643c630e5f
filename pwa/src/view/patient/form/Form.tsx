import { useEffect } from "preact/hooks";
import { unspot } from "../../../domain/join.ts";
import { needsExpressions } from "../../../domain/questionnaire/expressions.ts";
import { places, walked } from "../../../domain/questionnaire/places.ts";
import { screens, type Screen as Asked } from "../../../domain/questionnaire/screens.ts";
import type { FormForStay } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { keepPlace, place } from "../../../store/form.ts";
import { Button } from "../../parts/Button.tsx";
import { Page } from "../Page.tsx";
import { CallUs, Urgent } from "../Urgent.tsx";
import { go, settle } from "../route.ts";
import { useInstances } from "./instances.ts";
import { needsMore, suggests, useMore } from "./more.ts";
import { outcomeOf } from "./outcome.ts";
import type { OnScreen } from "./onScreen.ts";
import { answersNow } from "./pen.ts";
import { Screen } from "./Screen.tsx";
import { to } from "./to.ts";
import { type LoadedForm, useForm } from "./useForm.ts";
import { helping } from "./WhoSaid.tsx";

/** The form, a screen at a time, from where the person was. */
export function Form({ name, step }: { name: string; step: string }) {
  const loaded = useForm(name);
  if (loaded === "away") return <Away />;
  if (!loaded) return <Page heading={_("Just a moment …")}>{null}</Page>;
  return <Row loaded={loaded} step={step} />;
}

/** The screen that a question stands on. */
export const screenOf = (all: readonly Asked[], spot: string): Asked | undefined => {
  const { linkId } = unspot(spot);
  return all.find(({ link, places }) => link === linkId || walked(places).some(({ node }) => node.item.linkId === linkId));
};

export const asksToTalk = ({ workflow = "what-matters" }: FormForStay): boolean => !helping() && workflow === "what-matters";

function Row({ loaded, step }: { loaded: LoadedForm; step: string }) {
  const { form, ready } = loaded;
  const instances = useInstances();
  const expressed = needsExpressions(loaded.questionnaire);
  const standing = (): Asked[] => screens(places(ready, answersNow(form, ready), instances.grown, outcomeOf(form)?.met));
  const all = standing();
  const screen = screenOf(all, step) ?? screenOf(all, place(form).step) ?? all[0];
  // The last question is the patient's alone, and asked once: after what matters.
  const last = asksToTalk(form) ? 1 : 0;
  const link = screen?.link ?? "";
  useEffect(() => {
    if (link && !step) settle(to("form", form, link));
    if (link && place(form).step !== link) void keepPlace(form, { step: link });
  }, [link]);
  const begins = suggests(ready);
  const found = useMore(expressed || begins || Boolean(form.newer || stay.value?.earlier) || needsMore(loaded.questionnaire));
  useEffect(() => {
    if (begins) found?.begin(loaded).catch(() => undefined);
  }, [found, form.path]);
  if (!screen) return <Empty />;
  const at = all.indexOf(screen);
  const before = all[at - 1];

  /** Not before this answer is safe: what the phone could not keep stays on the screen. */
  async function leave(on: OnScreen, skipping: boolean): Promise<void> {
    if (!skipping && on.wrong()) return;
    if (!(await on.flush())) return;
    // What was answered here may ask for more, or for less.
    const now = standing();
    const next = now[now.findIndex((one) => one.link === link) + 1];
    go(next ? to("form", form, next.link) : `/p/${last ? "talk" : "send"}/${form.name}`);
  }

  return (
    <Screen
      form={form}
      screen={screen}
      instances={instances}
      above={
        <>
          <Progress at={at + 1} of={all.length + last} />
          {at === 0 && found && <found.Media of={loaded.questionnaire} />}
          {form.newer && found && <found.Newer loaded={loaded} />}
          {expressed && found && <found.Weighing loaded={loaded} />}
        </>
      }
      back={before ? { href: to("form", form, before.link), words: _("Back") } : { href: "/p", words: _("Back") }}
    >
      {(on) => (
        <>
          <Button onClick={() => void leave(on, false)}>{_("Next")}</Button>
          <Button kind="second" onClick={() => void leave(on, true)}>
            {_("Skip")}
          </Button>
        </>
      )}
    </Screen>
  );
}

export function Progress({ at, of }: { at: number; of: number }) {
  return (
    <>
      <progress max={of} value={at} aria-hidden="true" />
      <p class="quiet">{_("Question {at} of {of}", { at, of })}</p>
    </>
  );
}

function Empty() {
  return (
    <Page heading={_("There is nothing to answer here")} back={{ href: "/p", words: _("Back") }}>
      <CallUs />
    </Page>
  );
}

function Away() {
  return (
    <Page heading={_("The questions are not on this phone yet")} back={{ href: "/p", words: _("Back") }}>
      <p>{_("They come by themselves when there is a network. You can also tell us on the phone.")}</p>
      <CallUs />
      <Urgent />
    </Page>
  );
}
