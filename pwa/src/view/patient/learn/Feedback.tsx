import { useSignal } from "@preact/signals";
import type { Module } from "../../../domain/module.ts";
import type { ModuleFeedback } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import type { Opinion } from "../../../store/here.ts";
import { jotted } from "../../../store/jottings.ts";
import { feedbackName, keepFeedback } from "../../../store/moduleFeedback.ts";
import { Button } from "../../parts/Button.tsx";
import { WordsField } from "../../parts/Field.tsx";
import { NotSaved } from "../form/Saved.tsx";
import { useJotting } from "../useJotting.ts";

const LONGEST = 500;
type Verdict = ModuleFeedback["useful"];

/** Where it is begun. */
const opinionOn = ({ id }: Module): string => `opinion ${id}`;

export function isHalfSaid(module: Module): boolean {
  const { opinion, words } = jotted(opinionOn(module));
  return opinion !== undefined || words !== "";
}

/**
 * Two taps and a line for those who wrote the text. It carries no name, and nobody has to. Until it is sent it lies with
 * what else this person has begun; what is sent belongs to nobody.
 */
export function Feedback({ module }: { module: Module }) {
  const own = useJotting(opinionOn(module));
  const organization = stay.value?.unit.organization;
  const state = useSignal<"open" | "kept" | "failed">("open");
  const { understandable = "", useful = "" } = own.jotting.opinion ?? {};
  const tap = (asked: "understandable" | "useful") => (said: Verdict) => own.choose(({ opinion }) => ({ opinion: tapped(module, opinion, asked, said) }));

  async function send(): Promise<void> {
    if (!organization || !own.jotting.opinion || !understandable || !useful) return;
    const { id, moduleVersion, language } = own.jotting.opinion;
    const words = own.words.trim().slice(0, LONGEST);
    const said = { id, organization, module: module.id, moduleVersion, language, understandable, useful, ...(words && { words }) };
    await keepFeedback(said).then(
      () => (state.value = "kept"),
      () => (state.value = "failed"),
    );
    if (state.value === "kept") await own.end();
  }
  if (!organization) return null;
  if (state.value === "kept") return <p role="status">{_("Thank you for telling us")}</p>;
  return (
    <section class="card">
      <h2>{_("Help us write better")}</h2>
      <p class="quiet">{_("It is sent without your name.")}</p>
      <Taps legend={_("Was it easy to understand?")} value={understandable} onValue={tap("understandable")} />
      <Taps legend={_("Was it useful?")} value={useful} onValue={tap("useful")} />
      {((understandable && useful) || own.words) && (
        <>
          <WordsField
            label={_("What could be better?")}
            hint={_("Do not write names.")}
            rows={2}
            maxLength={LONGEST}
            value={own.words}
            onValue={own.write}
          />
          <NotSaved state="resting" rescue={false} />
          <div role="alert">{state.value === "failed" && <p class="fault">{_("This did not work. Try once more.")}</p>}</div>
          {understandable && useful && (
            <Button kind="second" wide onClick={() => void send()}>
              {_("Send")}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

/** A second tap takes it back. Without any nothing is begun. */
function tapped({ version, language }: Module, before: Opinion | undefined, asked: "understandable" | "useful", said: Verdict): Opinion | undefined {
  const begun = before ?? { id: feedbackName(), moduleVersion: version, language, understandable: "", useful: "" };
  const now = { ...begun, [asked]: begun[asked] === said ? "" : said };
  return now.understandable || now.useful ? now : undefined;
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
