import { _ } from "../../../i18n/index.ts";
import { type Keeping, settings } from "../../../store/device.ts";
import { Button } from "../../parts/Button.tsx";
import { Page } from "../Page.tsx";

/** What stays on the phone depends on who else uses it. */
export function Whose({ onBack, onChosen }: { onBack: () => void; onChosen: (keeps: Keeping) => void }) {
  const likely = settings.value.keeps ?? "own";
  const choice = (keeps: Keeping, words: string, what: string) => (
    <div class="stack tight">
      <Button wide kind={keeps === likely ? "main" : "second"} onClick={() => onChosen(keeps)}>
        {words}
      </Button>
      <p class="quiet">{what}</p>
    </div>
  );
  return (
    <Page heading={_("Whose phone or tablet is this?")} back={{ words: _("Back"), onClick: onBack }}>
      {choice("own", _("It is mine"), _("What you write stays here, so that you can go on without a network."))}
      {choice("shared", _("Others use it, too"), _("What you write goes from here when it has been sent and received. You see it again when you have a network."))}
      {choice("ward", _("It belongs to the ward"), _("Everything about you goes from here when you hand it back."))}
    </Page>
  );
}
