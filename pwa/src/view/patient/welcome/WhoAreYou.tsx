import { useSignal } from "@preact/signals";
import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import { Field } from "../../parts/Field.tsx";
import { Page } from "../Page.tsx";
import type { Who } from "./join.ts";

/** The patient, or somebody who helps: whoever writes does so under their own name. */
export function WhoAreYou({ who, onBack, onWho }: { who: Who; onBack: () => void; onWho: (who: Who) => void }) {
  const helping = useSignal(who.role === "related");
  return helping.value ? (
    <Helper who={who} onBack={() => (helping.value = false)} onWho={onWho} />
  ) : (
    <Page heading={_("Who are you?")} back={{ words: _("Back"), onClick: onBack }}>
      <div class="stack tight">
        <Button wide onClick={() => onWho({ role: "patient" })}>
          {_("I am the patient")}
        </Button>
        <Button wide kind="second" onClick={() => (helping.value = true)}>
          {_("I help the patient")}
        </Button>
      </div>
    </Page>
  );
}

function Helper({ who, onBack, onWho }: { who: Who; onBack: () => void; onWho: (who: Who) => void }) {
  const name = useSignal(who.name ?? "");
  const relation = useSignal(who.relation ?? "");
  const fault = useSignal("");
  const unsaid = useSignal("");
  return (
    <Page heading={_("You help somebody")} back={{ words: _("Back"), onClick: onBack }}>
      <p>{_("What you write is shown as written by you. You choose for each answer whether the patient said it, or you.")}</p>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (name.value.trim() === "") fault.value = _("Write your first name, so that everybody knows who wrote.");
          else if (relation.value.trim() === "") unsaid.value = _("Write who you are to the patient.");
          else onWho({ role: "related", name: name.value.trim(), relation: relation.value.trim() });
        }}
      >
        <Field
          label={_("Your first name")}
          value={name.value}
          fault={fault.value}
          autocomplete="given-name"
          maxLength={100}
          onValue={(value) => {
            name.value = value;
            fault.value = "";
          }}
        />
        <Field
          label={_("Who are you to the patient?")}
          hint={_("For example daughter, husband, neighbour or friend.")}
          value={relation.value}
          fault={unsaid.value}
          maxLength={100}
          onValue={(value) => {
            relation.value = value;
            unsaid.value = "";
          }}
        />
        <Button type="submit" wide>
          {_("Next")}
        </Button>
      </form>
    </Page>
  );
}
