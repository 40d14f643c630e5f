import { _ } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { where } from "../where.ts";
import { helping } from "./WhoSaid.tsx";

/** Before each free text: who sees it. The patient may keep an answer from everybody who helps. */
export function StaffOnly({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  if (helping()) return <p class="quiet">{_("Those who look after the patient {where} can read this.", { where: where() })}</p>;
  return (
    <label class="choice bare">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {_("Only for health personnel")}
        <small>
          {checked
            ? _("Nobody who helps you sees this answer. Those who look after you {where} do.", { where: where() })
            : _("Now those who look after you {where} see it, and those who help you with Viktig.", { where: where() })}
        </small>
      </span>
    </label>
  );
}

/** What a carer tells of themselves is for those who look after the patient, unless they want the patient to see it too. */
export function ShowPatient({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  const given = stay.value?.given ?? "";
  return (
    <label class="choice bare">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {_("{name} may see this answer too", { name: given })}
        <small>
          {checked
            ? _("Those who look after {name} {where} see it, and {name}. Nobody else who helps sees it.", { name: given, where: where() })
            : _("Now only those who look after {name} {where} see it.", { name: given, where: where() })}
        </small>
      </span>
    </label>
  );
}
