import { useEffect } from "preact/hooks";
import type { Item } from "../../../domain/questionnaire/index.ts";
import { _ } from "../../../i18n/index.ts";
import { keepPlace, place } from "../../../store/form.ts";
import { Button } from "../../parts/Button.tsx";
import { Page } from "../Page.tsx";
import { CallUs, Urgent } from "../Urgent.tsx";
import { go } from "../route.ts";
import type { Pen } from "./pen.ts";
import { Question } from "./Question.tsx";
import { type LoadedForm, useForm } from "./useForm.ts";
import { helping } from "./WhoSaid.tsx";

/** The form, one question a screen, from where the person was. */
export function Form({ name, step }: { name: string; step: string }) {
  const loaded = useForm(name);
  if (loaded === "away") return <Away />;
  if (!loaded) return <Page heading={_("Just a moment …")}>{null}</Page>;
  const known = (link: string): Item | undefined => loaded.asked.find(({ linkId }) => linkId === link);
  const item = known(step) ?? known(place(loaded.form).step) ?? loaded.asked[0];
  return item ? <Asked key={item.linkId} loaded={loaded} item={item} /> : null;
}

function Asked({ loaded: { form, asked }, item }: { loaded: LoadedForm; item: Item }) {
  const at = asked.indexOf(item);
  // A helper is not asked the last question: it is the patient's alone.
  const last = helping() ? 0 : 1;
  const next = asked[at + 1];
  const after = next ? `/p/form/${form.name}/${next.linkId}` : `/p/${last ? "talk" : "send"}/${form.name}`;
  const before = asked[at - 1];
  useEffect(() => {
    if (place(form).step !== item.linkId) void keepPlace(form, { step: item.linkId });
  }, [item.linkId]);

  /** Not before this answer is safe: what the phone could not keep stays on the screen. */
  async function leave(pen: Pen): Promise<void> {
    if (await pen.flush()) go(after);
  }

  return (
    <Question
      form={form}
      item={item}
      above={<Progress at={at + 1} of={asked.length + last} />}
      back={before ? { href: `/p/form/${form.name}/${before.linkId}`, words: _("Back") } : { href: "/p", words: _("Back") }}
    >
      {(pen) => (
        <>
          <Button onClick={() => void leave(pen)}>
            {_("Next")}
          </Button>
          <Button kind="second" onClick={() => void leave(pen)}>
            {_("Skip")}
          </Button>
        </>
      )}
    </Question>
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

function Away() {
  return (
    <Page heading={_("The questions are not on this phone yet")} back={{ href: "/p", words: _("Back") }}>
      <p>{_("They come by themselves when there is a network. You can also tell us on the phone.")}</p>
      <CallUs />
      <Urgent />
    </Page>
  );
}
