import { useSignal } from "@preact/signals";
import { _, day } from "../../../i18n/index.ts";
import { carers, endSharing, type Helping, share, toldBy } from "../../../store/consents.ts";
import { announce } from "../../parts/announce.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { now } from "../now.ts";
import { Page } from "../Page.tsx";
import { Said } from "../Said.tsx";
import { groundWords, sees } from "./scopes.ts";

/** Who helps, what each of them sees, and the end of it in one tap. */
export function Carers() {
  const all = carers.value;
  return (
    <Page heading={_("Those who help me")} back={{ href: "/p/me", words: _("Me") }}>
      <p>{_("You decide who helps you here, and what they see. They see it on their own phone. You can change it or end it at any time.")}</p>
      <ButtonLink wide icon="plus" href="/p/carers/new">
        {_("Ask somebody to help")}
      </ButtonLink>
      {all.length === 0 && <p class="quiet">{_("Nobody helps you here yet.")}</p>}
      <ul class="plain stack">
        {all.map((carer) => (
          <li class="card" key={carer.id}>
            <One carer={carer} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function One({ carer }: { carer: Helping }) {
  const { id, name, relation, status, until } = carer;
  const before = useSignal<Helping | null>(null);
  const failed = useSignal(false);

  async function act(work: () => Promise<unknown>, words: string): Promise<void> {
    try {
      await work();
      failed.value = false;
      announce(words);
    } catch {
      failed.value = true;
    }
  }
  async function end(): Promise<void> {
    await act(() => endSharing(carer), _("{name} no longer sees anything of yours.", { name }));
    if (!failed.value) before.value = carer;
  }
  async function again(): Promise<void> {
    const { scopes = [], until = "" } = before.value ?? carer;
    await act(() => share({ name, relation: relation ?? "", scopes, until }, id), _("{name} sees it as before.", { name }));
    if (!failed.value) before.value = null;
  }

  return (
    <div class="stack tight">
      <h2>{relation ? _("{name} ({relation})", { name, relation }) : name}</h2>
      {status === "ended" ? (
        <p>{_("Sees nothing of yours.")}</p>
      ) : (
        <>
          <p>{_("Sees: {what}", { what: sees(carer) })}</p>
          <p class="quiet">
            {until ? _("To and including {day}.", { day: day(until, now.value) }) : _("Until the stay is over.")}{" "}
            {groundWords(carer)}
          </p>
          {status === "invited" && <p class="quiet">{_("Has not come yet.")}</p>}
        </>
      )}
      {carer.waiting && <p class="quiet">{_("It counts when this phone has had a network.")}</p>}
      <Told carer={id} name={name} />
      {status === "ended" ? (
        <div class="stack tight">
          {before.value ? (
            <Button kind="second" onClick={() => void again()}>
              {_("Undo")}
            </Button>
          ) : (
            <ButtonLink kind="second" href={`/p/carers/${id}`}>
              {_("Let {name} help again", { name })}
            </ButtonLink>
          )}
        </div>
      ) : (
        <div class="stack tight">
          <ButtonLink kind="second" wide href={`/p/carers/${id}`}>
            {_("Change what {name} sees", { name })}
          </ButtonLink>
          <ButtonLink kind="plain" href={`/p/carers/${id}/code`}>
            {_("New code for {name}", { name })}
          </ButtonLink>
          <Button kind="plain" onClick={() => void end()}>
            {_("End it for {name}", { name })}
          </Button>
          <small>{_("They get no message about it.")}</small>
        </div>
      )}
      <p role="alert" class="fault">
        {failed.value && _("The phone could not keep this. Try again.")}
      </p>
    </div>
  );
}

/** What they have told of themselves and want the patient to see. */
function Told({ carer, name }: { carer: string; name: string }) {
  const items = toldBy(carer);
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{_("What {name} wants you to know", { name })}</summary>
      {items.map((item) => (
        <div class="stack tight" key={`${item.linkId} ${item.authored}`}>
          <p class="quiet">{item.text}</p>
          <Said small item={item} />
        </div>
      ))}
    </details>
  );
}
