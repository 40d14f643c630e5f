import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import type { Saving } from "../saving.ts";

type Facts = readonly (readonly [name: string, words: string])[];

interface Asked {
  saving: Saving;
  before: Facts;
  after: Facts;
  /** Puts what stands now into the fields. */
  onTake: () => void;
  /** Goes on with what was typed, on top of what stands now. */
  onKeep: () => void;
}

/** Somebody else saved first: what they changed is shown, and nothing is written over unseen. */
export function Meanwhile({ saving, before, after, onTake, onKeep }: Asked) {
  if (saving.fault.value !== "changed-meanwhile") return null;
  const changes = after.filter(([, words], place) => words !== before[place]?.[1]);
  const keep = (): void => {
    onKeep();
    saving.fault.value = "";
  };
  return (
    <div class="notice">
      <p>{_("Somebody else changed this while you were working:")}</p>
      <ul>
        {changes.map(([name, words]) => (
          <li key={name}>{_("{name} is now: {words}", { name, words: words || _("empty") })}</li>
        ))}
        {changes.length === 0 && <li>{_("Something you do not see here.")}</li>}
      </ul>
      <div class="row">
        <Button kind="second" onClick={onTake}>
          {_("Show what stands now")}
        </Button>
        <Button kind="plain" onClick={keep}>
          {_("Keep what I have typed")}
        </Button>
      </div>
    </div>
  );
}
