import type { ContactPoint } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { entries, full, type Listed } from "../../../store/entries.ts";
import { ButtonLink } from "../../parts/Button.tsx";
import { Contact } from "../Contact.tsx";
import { Page } from "../Page.tsx";
import { CallUs, Urgent, tel, whole } from "../Urgent.tsx";
import { Differing } from "./Differing.tsx";
import { Earlier } from "./Earlier.tsx";
import { Full } from "./limits.tsx";
import { Removed } from "./Removed.tsx";
import "./list.css";

/** Whom to call: the ward, when it is urgent, and the person's own numbers. */
export function Calls() {
  const unit = stay.value?.unit;
  const all = entries("ContactPoint");
  return (
    <Page heading={_("Whom to call")} back={{ href: "/p/list", words: _("The list") }}>
      <Contact />
      <Removed />
      <section class="stack tight">
        {unit && (
          <p>
            {unit.name}
            {unit.organizationName && `, ${unit.organizationName}`}
          </p>
        )}
        <CallUs kind="main" />
      </section>
      <Urgent />
      <section class="stack" aria-labelledby="own">
        <h2 id="own">{_("Your own numbers")}</h2>
        {all.length === 0 && <p class="quiet">{_("Somebody close, the GP, the pharmacy: those you may want to reach.")}</p>}
        <Earlier kind="ContactPoint" />
        {all.length > 0 && (
          <ul class="plain stack">
            {all.map((one) => (
              <Person key={one.document} listed={one} />
            ))}
          </ul>
        )}
        {full.value ? (
          <Full />
        ) : (
          <ButtonLink kind="second" wide icon="plus" href="/p/list/calls/new">
            {_("Add a number")}
          </ButtonLink>
        )}
      </section>
    </Page>
  );
}

function Person({ listed }: { listed: Listed<ContactPoint> }) {
  const { document, entry, differing } = listed;
  const { name, about = "", phone = "" } = entry;
  return (
    <li class="card">
      <h3>{name}</h3>
      {about && <p class="quiet">{about}</p>}
      {phone && !differing.some(({ field }) => field === "phone") && (
        <ButtonLink kind="second" wide icon="phone" href={tel(phone)}>
          {_("Call {number}", { number: whole(phone) })}
        </ButtonLink>
      )}
      <Differing listed={listed} />
      <a class="button plain" href={`/p/list/calls/${document}`}>
        {_("Change {what}", { what: name })}
      </a>
    </li>
  );
}
