import { signal } from "@preact/signals";
import type { Speaker } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { patientSpeaker, writer } from "../../../store/form.ts";
import { here, onLeave } from "../../../store/here.ts";

/** What the helper chose last; most answers of one sitting are said by the same person. */
const last = signal<"patient" | "related">("patient");
onLeave(() => void (last.value = "patient"));

export const helping = (): boolean => here.value?.person.role === "related";
export const speaker = (): Speaker => (helping() && last.value === "related" ? writer() : patientSpeaker());

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
