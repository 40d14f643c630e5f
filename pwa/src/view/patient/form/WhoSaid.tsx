import { signal } from "@preact/signals";
import type { Speaker } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { patientSpeaker, writer } from "../../../store/form.ts";
import { stay } from "../../../store/documents.ts";
import { here, onLeave } from "../../../store/here.ts";

/** What the helper chose last; most answers of one sitting are said by the same person. Of a small child, by the helper. */
const last = signal<Speaker["kind"] | null>(null);
onLeave(() => void (last.value = null));
const usual = (): Speaker["kind"] => (stay.value?.forms?.some(({ spokenFor }) => spokenFor) ? "related" : "patient");

export const helping = (): boolean => here.value?.person.role === "related";
export const speaker = (): Speaker => (helping() && (last.value ?? usual()) === "related" ? writer() : patientSpeaker());

/** A helper says for each answer whose words they are. */
export function WhoSaid({ said, onSaid }: { said: Speaker | undefined; onSaid: (speaker: Speaker) => void }) {
  if (!helping()) return null;
  const given = here.value?.given ?? "";
  const kind = (said ?? speaker()).kind;
  const choose = (chosen: "patient" | "related") => () => {
    last.value = chosen;
    onSaid(speaker());
  };
  return (
    <fieldset class="choices">
      <legend>{_("Who says this?")}</legend>
      <label class="choice">
        <input type="radio" name="said" checked={kind === "patient"} onChange={choose("patient")} />
        {_("{name} said it", { name: given })}
      </label>
      <label class="choice">
        <input type="radio" name="said" checked={kind === "related"} onChange={choose("related")} />
        {_("I say it, as I know {name}", { name: given })}
      </label>
    </fieldset>
  );
}
