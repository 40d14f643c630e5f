import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import { Page } from "../Page.tsx";
import { Urgent } from "../Urgent.tsx";
import type { Who } from "./join.ts";

/** Who reads it, what for, and that nothing has to be answered. */
export function Terms({ who, onBack, onNext, onNotMine }: { who: Who; onBack: () => void; onNext: () => void; onNotMine: () => void }) {
  const helps = who.role === "related";
  return (
    <Page heading={_("Before you begin")} back={{ words: _("Back"), onClick: onBack }}>
      <dl class="terms">
        <div>
          <dt>{_("What is this?")}</dt>
          <dd>
            {helps
              ? _("A few questions about what matters to the patient. You help to answer them.")
              : _("A few questions about what matters to you. You answer in your own words.")}
          </dd>
        </div>
        <div>
          <dt>{_("Who reads it?")}</dt>
          <dd>{_("Those who look after the patient. They use it to plan care together with the patient.")}</dd>
        </div>
        <div>
          <dt>{_("Do I have to?")}</dt>
          <dd>{_("No. You choose what to answer. You can skip every question, and you can stop.")}</dd>
        </div>
        <div>
          <dt>{_("Can I be honest?")}</dt>
          <dd>{_("Yes. What you write does not change how good the care is. You may say that something is not good.")}</dd>
        </div>
      </dl>
      <Button wide onClick={onNext}>
        {_("I understand")}
      </Button>
      <Button wide kind="plain" onClick={onNotMine}>
        {_("This is not my own phone")}
      </Button>
      <Urgent />
    </Page>
  );
}
