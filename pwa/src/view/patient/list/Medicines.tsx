import type { Confirmation, MedicationStatement } from "../../../domain/wire.ts";
import { _, when } from "../../../i18n/index.ts";
import { entries, full, type Listed } from "../../../store/entries.ts";
import { ButtonLink } from "../../parts/Button.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Contact } from "../Contact.tsx";
import { helping } from "../form/WhoSaid.tsx";
import { now } from "../now.ts";
import { Page } from "../Page.tsx";
import { staffNamed } from "../staff.ts";
import { Urgent } from "../Urgent.tsx";
import { Differing } from "./Differing.tsx";
import { Earlier } from "./Earlier.tsx";
import { Full } from "./limits.tsx";
import { SeenBy } from "./SeenBy.tsx";
import { Removed } from "./Removed.tsx";
import { fieldWords, markMeans, markWords, sourceWords, takenWords } from "./words.ts";
import "./list.css";

/** The person's own medicine list, as they tell it. */
export function Medicines() {
  const all = entries("MedicationStatement");
  return (
    <Page heading={_("Medicines")} back={{ href: "/p/list", words: _("The list") }}>
      <p class="below-heading">
        {_("This is your own list, in your own words. It helps you and us to talk about the same. Ask before you change how you take a medicine.")}{" "}
        <SeenBy />
      </p>
      <Contact />
      <Removed />
      {full.value ? (
        <Full />
      ) : (
        <ButtonLink wide icon="plus" href="/p/list/medicines/new">
          {_("Write down a medicine")}
        </ButtonLink>
      )}
      <Earlier kind="MedicationStatement" />
      {all.length > 0 && (
        <ul class="plain stack">
          {all.map((one) => (
            <Medicine key={one.document} listed={one} />
          ))}
        </ul>
      )}
      <Urgent />
    </Page>
  );
}

function Medicine({ listed }: { listed: Listed<MedicationStatement> }) {
  const { document, entry, differing } = listed;
  const { medication, reason = "", mark = "", source = "", note = "", confirmed } = entry;
  const settled = new Set(differing.map(({ field }) => field));
  const taken = takenWords(entry);
  return (
    <li class="card medicine">
      <h2>{medication}</h2>
      {taken && !settled.has("dosage") && !settled.has("timing") && <p>{taken}</p>}
      {mark && !settled.has("mark") && (
        <p>
          <b>{markWords(mark)}.</b> {markMeans(mark)}.
        </p>
      )}
      {reason && !settled.has("reason") && (
        <p>
          <span class="quiet">{fieldWords("reason")}:</span> {reason}
        </p>
      )}
      {note && !settled.has("note") && <p>{note}</p>}
      {source && !settled.has("source") && <p class="quiet">{sourceWords(source)}.</p>}
      <p class="quiet">
        {confirmed ? (
          <>
            <Icon name="check" />{" "}
            {goneThrough(confirmed)}
          </>
        ) : (
          helping() ? _("Nobody of the staff has gone through this yet.") : _("Nobody has gone through this with you yet.")
        )}
      </p>
      <Differing listed={listed} />
      <a class="button plain" href={`/p/list/medicines/${document}`}>
        {_("Change {what}", { what: medication })}
      </a>
    </li>
  );
}

function goneThrough({ by, title, at }: Confirmation): string {
  const told = { who: staffNamed(by, title), when: at ? when(at, now.value) : "" };
  return helping() ? _("Gone through with the patient by {who}, {when}.", told) : _("Gone through with you by {who}, {when}.", told);
}
