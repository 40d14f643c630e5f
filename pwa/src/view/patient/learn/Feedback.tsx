import { useSignal } from "@preact/signals";
import type { Module } from "../../../domain/module.ts";
import type { ModuleFeedback } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { keepFeedback } from "../../../store/moduleFeedback.ts";
import { Button } from "../../parts/Button.tsx";
import { WordsField } from "../../parts/Field.tsx";

const LONGEST = 500;
type Verdict = ModuleFeedback["useful"];

/** Two taps and a line for those who wrote the text. It carries no name, and nobody has to. */
export function Feedback({ module }: { module: Module }) {
  const understandable = useSignal<Verdict | "">("");
  const useful = useSignal<Verdict | "">("");
  const words = useSignal("");
  const organization = stay.value?.unit.organization;
  const state = useSignal<"open" | "kept" | "failed">("open");

  async function send(): Promise<void> {
    if (!organization || !understandable.value || !useful.value) return;
    const said = words.value.trim().slice(0, LONGEST);
    await keepFeedback({
      organization,
      module: module.id,
      moduleVersion: module.version,
      language: module.language,
      understandable: understandable.value,
      useful: useful.value,
      ...(said && { words: said }),
    }).then(
      () => (state.value = "kept"),
      () => (state.value = "failed"),
    );
  }
  if (!organization) return null;
  if (state.value === "kept") return <p role="status">{_("Thank you for telling us")}</p>;
  return (
    <section class="card">
      <h2>{_("Help us write better")}</h2>
      <p class="quiet">{_("It is sent without your name.")}</p>
      <Taps legend={_("Was it easy to understand?")} value={understandable.value} onValue={(said) => (understandable.value = said)} />
      <Taps legend={_("Was it useful?")} value={useful.value} onValue={(said) => (useful.value = said)} />
      {understandable.value && useful.value && (
        <>
          <WordsField
            label={_("What could be better?")}
            hint={_("Do not write names.")}
            rows={2}
            maxLength={LONGEST}
            value={words.value}
            onValue={(said) => (words.value = said)}
          />
          <div role="alert">{state.value === "failed" && <p class="fault">{_("This did not work. Try once more.")}</p>}</div>
          <Button kind="second" wide onClick={() => void send()}>
            {_("Send")}
          </Button>
        </>
      )}
    </section>
  );
}

function Taps({ legend, value, onValue }: { legend: string; value: Verdict | ""; onValue: (said: Verdict) => void }) {
  const words: [Verdict, string][] = [
    ["yes", _("Yes")],
    ["partly", _("Partly")],
    ["no", _("No")],
  ];
  return (
    <fieldset class="choices sizes taps">
      <legend>{legend}</legend>
      {words.map(([said, word]) => (
        <button key={said} type="button" class="button second" aria-pressed={value === said} onClick={() => onValue(said)}>
          {word}
        </button>
      ))}
    </fieldset>
  );
}
