import { useSignal } from "@preact/signals";
import { _ } from "../../../i18n/index.ts";
import { ApiProblem, type Fault } from "../../../sync/api.ts";
import { Button } from "../../parts/Button.tsx";
import { Field } from "../../parts/Field.tsx";
import { Problem } from "../../parts/Problem.tsx";
import { Page } from "../Page.tsx";
import { go } from "../route.ts";
import { here } from "../../../store/here.ts";
import { askToLast } from "../lasting.ts";
import { dayOf } from "./day.ts";
import { join, type Who } from "./join.ts";
import { keepSecret, secret } from "./secret.ts";

interface Next {
  who: Who;
  /** The code says who comes; whoever it is, the date is the patient's. */
  moving: boolean;
  onBack: () => void;
  onReady: () => void;
  onOtherCode: () => void;
  onNotMe: () => void;
}

/** The right person holds the phone: a date that the paper does not show. */
export function BirthDate({ who, moving, onBack, onReady, onOtherCode, onNotMe }: Next) {
  const [date, month, year] = [useSignal(""), useSignal(""), useSignal("")];
  const fault = useSignal("");
  const problem = useSignal<Fault | "">("");
  const busy = useSignal(false);

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const day = dayOf(year.value, month.value, date.value);
    fault.value = day ? "" : _("Write the date with digits: day, month and year.");
    if (!day || busy.value) return;
    busy.value = true;
    problem.value = "";
    try {
      await join(secret(), day, who);
      keepSecret("");
      // Some browsers ask the person, who may take their time.
      void askToLast();
      if (here.value) onReady();
      else go("/p", { replace: true });
    } catch (error) {
      problem.value = error instanceof ApiProblem ? error.slug : "unexpected";
    }
    busy.value = false;
  }

  return (
    <Page
      heading={moving ? _("The patient's date of birth") : who.role === "related" ? _("When was the patient born?") : _("When were you born?")}
      back={{ words: _("Back"), onClick: onBack }}
    >
      <p>{_("We ask so that nobody else can use the code.")}</p>
      <form class="stack" noValidate onSubmit={(event) => void send(event)}>
        <div class="date" role="group" aria-label={_("Date of birth")}>
          <Part label={_("Day")} value={date} length={2} />
          <Part label={_("Month")} value={month} length={2} />
          <Part label={_("Year")} value={year} length={4} />
        </div>
        <p class="fault" role="alert">
          {fault.value}
        </p>
        <Problem slug={problem.value} />
        <Button type="submit" wide aria-disabled={busy.value}>
          {busy.value ? _("Just a moment …") : _("Next")}
        </Button>
      </form>
      <div class="stack tight">
        {problem.value.startsWith("code") && (
          <Button kind="second" wide onClick={onOtherCode}>
            {_("Type another code")}
          </Button>
        )}
        <Button kind="plain" wide onClick={onNotMe}>
          {_("This is not for me")}
        </Button>
      </div>
    </Page>
  );
}

function Part({ label, value, length }: { label: string; value: { value: string }; length: number }) {
  return (
    <Field
      label={label}
      value={value.value}
      inputMode="numeric"
      autocomplete="off"
      maxLength={length}
      onValue={(typed) => (value.value = typed)}
    />
  );
}
