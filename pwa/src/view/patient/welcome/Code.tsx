import { useSignal } from "@preact/signals";
import { _ } from "../../../i18n/index.ts";
import { people } from "../../../store/device.ts";
import { Button } from "../../parts/Button.tsx";
import { Field } from "../../parts/Field.tsx";
import { Page } from "../Page.tsx";
import { LanguageRow } from "./Languages.tsx";

/** For those who have the code on paper, or had it read out. */
export function Code({ moving, onMoving, onCode }: { moving: boolean; onMoving: (moving: boolean) => void; onCode: (code: string) => void }) {
  const code = useSignal("");
  const fault = useSignal("");
  const back = moving
    ? { back: { onClick: () => onMoving(false), words: _("Back") } }
    : people.value.length > 0
      ? { back: { href: "/", words: _("Back") } }
      : {};
  return (
    <Page heading={moving ? _("Type your move code") : _("Type your code")} {...back}>
      <LanguageRow />
      <p>
        {moving
          ? _("You find it where you have used Viktig before: under “Me”, “Move to another phone or browser”.")
          : _("You find it on the sheet you were given: eight letters and digits in two groups.")}
      </p>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const typed = code.value.trim();
          if (typed.replace(/[\s-]/g, "").length < 8) fault.value = _("The code has eight letters and digits.");
          else onCode(typed);
        }}
      >
        <Field
          label={_("Code")}
          value={code.value}
          fault={fault.value}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={40}
          onValue={(value) => {
            code.value = value;
            fault.value = "";
          }}
        />
        <Button type="submit" wide>
          {_("Next")}
        </Button>
      </form>
      {!moving && (
        <Button kind="plain" wide onClick={() => onMoving(true)}>
          {_("I have a move code")}
        </Button>
      )}
      <p class="quiet">{_("No code? Ask those who look after you. You can also answer on paper, or tell them.")}</p>
    </Page>
  );
}
