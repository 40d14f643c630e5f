import { _ } from "../../i18n/index.ts";
import { keysOn, switchKeys } from "./keys.ts";
import { Dialog } from "./parts/Dialog.tsx";
import { Check } from "./parts/fields.tsx";

export function KeysHelp({ onClose }: { onClose: () => void }) {
  const keys: readonly (readonly [string, string])[] = [
    ["j", _("Next patient in the list (also the down arrow)")],
    ["k", _("Previous patient in the list (also the up arrow)")],
    ["Enter", _("Open the patient")],
    ["/", _("Search")],
    ["n", _("Show what is new in the list")],
    ["r", _("Mark as read")],
    ["t", _("Read together with the patient")],
    ["u", _("Undo the reading")],
    ["a", _("Do something about the first answer")],
    ["?", _("This list")],
  ];
  return (
    <Dialog title={_("Keys")} onClose={onClose}>
      <dl class="keys">
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <Check on={keysOn.value} onValue={switchKeys}>
        {_("Single keys are on")}
      </Check>
    </Dialog>
  );
}
