import { _ } from "../../../i18n/index.ts";
import { wasSent } from "../../../store/answers.ts";
import { stay } from "../../../store/documents.ts";
import { keepPlace, place } from "../../../store/form.ts";
import { here, lasting } from "../../../store/here.ts";
import { Button } from "../../parts/Button.tsx";
import { Keeping } from "../Keeping.tsx";
import { Page } from "../Page.tsx";
import { go } from "../route.ts";
import { theyAre, youAre } from "../where.ts";

/** The last screen before the first question: where one is, and what happens to what is written. */
export function Ready() {
  const form = stay.value?.forms?.[0];
  const helps = here.value?.person.role === "related";
  // Whoever comes to help when all is said does not land in somebody else's answer.
  const later = helps && form && wasSent(form);
  const unit = stay.value?.unit.name ?? "";
  const given = stay.value?.given ?? "";
  return (
    <Page heading={helps ? _("You are helping {name}", { name: given }) : _("Hello, {name}", { name: given })} title={_("Ready")}>
      <p>{helps ? theyAre(given) : youAre()}</p>
      <p>
        {_("What you write is kept on this phone while you write. Each time you go on, a safe copy goes to {unit}.", { unit })}{" "}
        {_("They see only that you have begun. They can read it when you press Send.")}
      </p>
      <Keeping />
      {form && lasting.value && <PhoneOnly />}
      <Button wide onClick={() => go(form && !later ? `/p/form/${form.name}` : "/p")}>
        {later ? _("Go on") : _("Begin")}
      </Button>
    </Page>
  );
}

export function PhoneOnly() {
  const form = stay.value?.forms?.[0];
  // What lies on the ward's tablet alone is nobody's own phone to take care of.
  if (!form || here.value?.keeps === "ward") return null;
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={place(form).phoneOnly ?? false}
        onChange={(event) => void keepPlace(form, { phoneOnly: event.currentTarget.checked })}
      />
      <span>
        {_("Keep what I write on this phone only, until I press Send")}
        <small>{_("If the phone is lost before that, what you wrote is lost too.")}</small>
      </span>
    </label>
  );
}
