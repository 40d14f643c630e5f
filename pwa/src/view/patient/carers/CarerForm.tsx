import { useSignal } from "@preact/signals";
import { _ } from "../../../i18n/index.ts";
import { carers, isOver, share } from "../../../store/consents.ts";
import type { Scope } from "../../../store/sharing.ts";
import { Button } from "../../parts/Button.tsx";
import { Field } from "../../parts/Field.tsx";
import { now } from "../now.ts";
import { Page } from "../Page.tsx";
import { go } from "../route.ts";
import { scopeMeans, scopeName, SCOPES } from "./scopes.ts";

const A_WEEK = 7 * 24 * 3_600_000;
const dayIn = (milliseconds: number): string => new Date(now.value + milliseconds).toISOString().slice(0, 10);

/** Who it is, what they may see, and for how long. It can be filled in without a network; the code needs one. */
export function CarerForm({ id }: { id: string }) {
  const known = carers.value.find((carer) => carer.id === id);
  const [name, relation] = [useSignal(known?.name ?? ""), useSignal(known?.relation ?? "")];
  const scopes = useSignal<readonly Scope[]>((known?.scopes ?? []) as readonly Scope[]);
  // A last day that has passed is not chosen anew.
  const until = useSignal(isOver(known?.until) ? "" : (known?.until ?? ""));
  const fault = useSignal<"" | "name" | "kept">("");
  const back = { href: "/p/carers", words: _("Those who help me") };

  async function done(event: Event): Promise<void> {
    event.preventDefault();
    if (name.value.trim() === "") return void (fault.value = "name");
    try {
      const terms = { name: name.value.trim(), relation: relation.value.trim(), scopes: [...scopes.value], until: until.value };
      const carer = await share(terms, known?.id);
      go(known && known.status === "active" ? "/p/carers" : `/p/carers/${carer}/code`);
    } catch {
      fault.value = "kept";
    }
  }
  const tick = (scope: Scope, on: boolean): void =>
    void (scopes.value = [...scopes.value.filter((other) => other !== scope), ...(on ? [scope] : [])]);

  return (
    <Page heading={known ? _("What may {name} see?", { name: known.name }) : _("Who may help you?")} back={back}>
      <form class="stack" noValidate onSubmit={(event) => void done(event)}>
        {!known && (
          <>
            <Field
              label={_("Their first name")}
              value={name.value}
              fault={fault.value === "name" ? _("Write a name.") : undefined}
              autocomplete="off"
              maxLength={100}
              onValue={(value) => (name.value = value)}
            />
            <Field
              label={_("Who are they to you?")}
              hint={_("For example daughter, husband, neighbour or friend.")}
              value={relation.value}
              maxLength={100}
              onValue={(value) => (relation.value = value)}
            />
          </>
        )}
        <fieldset class="choices">
          <legend>{_("What may they see?")}</legend>
          {SCOPES.map((scope) => (
            <label class="choice" key={scope}>
              <input type="checkbox" checked={scopes.value.includes(scope)} onChange={(event) => tick(scope, event.currentTarget.checked)} />
              <span>
                {scopeName(scope)}
                <small>{scopeMeans(scope)}</small>
              </span>
            </label>
          ))}
          <label class="choice">
            <input type="checkbox" checked disabled />
            <span>
              {scopeName("learning")}
              <small>{scopeMeans("learning")}</small>
            </span>
          </label>
        </fieldset>
        <HowLong until={until.value} onUntil={(day) => (until.value = day)} />
        <p role="alert" class="fault">
          {fault.value === "kept" && _("The phone could not keep this. Try again.")}
        </p>
        <Button type="submit" wide>
          {known?.status === "active" ? _("Save") : _("Go on to the code")}
        </Button>
      </form>
    </Page>
  );
}

function HowLong({ until, onUntil }: { until: string; onUntil: (day: string) => void }) {
  const chosen = useSignal(until !== "");
  const choose = (day: boolean) => () => {
    chosen.value = day;
    onUntil(day ? dayIn(A_WEEK) : "");
  };
  return (
    <fieldset class="choices">
      <legend>{_("For how long?")}</legend>
      <label class="choice">
        <input type="radio" name="until" checked={!chosen.value} onChange={choose(false)} />
        {_("Until the stay is over")}
      </label>
      <label class="choice">
        <input type="radio" name="until" checked={chosen.value} onChange={choose(true)} />
        {_("To a day that I choose")}
      </label>
      {chosen.value && <Field label={_("The last day")} type="date" value={until} min={dayIn(0)} onValue={onUntil} />}
    </fieldset>
  );
}
