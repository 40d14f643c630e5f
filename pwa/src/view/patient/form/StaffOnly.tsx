import { _ } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { helping } from "./WhoSaid.tsx";

/** Before each free text: who sees it. The patient may keep an answer from everybody who helps. */
export function StaffOnly({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  const unit = stay.value?.unit.name ?? "";
  if (helping()) return <p class="quiet">{_("Those who look after the patient at {unit} can read this.", { unit })}</p>;
  return (
    <label class="choice bare">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {_("Only for health personnel")}
        <small>
          {checked
            ? _("Nobody who helps you sees this answer. Those who look after you at {unit} do.", { unit })
            : _("Now those who look after you at {unit} see it, and those who help you with Viktig.", { unit })}
        </small>
      </span>
    </label>
  );
}
