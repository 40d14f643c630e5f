import type { AccessEntry, AccessLog } from "../../../domain/wire.ts";
import { _, language, when } from "../../../i18n/index.ts";
import { Problem } from "../../parts/Problem.tsx";
import { now } from "../now.ts";
import { Page } from "../Page.tsx";
import { staffNamed } from "../staff.ts";
import { useAsked } from "./useAsked.ts";

/** The access log in plain words: who, what, when and why. */
export function Access() {
  const { found, fault } = useAsked<AccessLog>("/api/access-log");
  const entries = found.value?.entries ?? [];
  return (
    <Page heading={_("Who has looked at my things")} back={{ href: "/p/me", words: _("Me") }}>
      <p class="quiet">{_("Everybody who opens what you have written is noted here. You can ask us about it.")}</p>
      <Problem slug={fault.value} />
      {found.value && entries.length === 0 && <p>{_("Nobody has looked yet.")}</p>}
      <ol class="plain stack">
        {entries.map((entry) => (
          <li class="card" key={`${entry.at} ${entry.who} ${entry.verb}`}>
            <p>
              <b>{begun(staffNamed(entry.who, entry.title))}</b> {did(entry.verb)}
            </p>
            <p class="quiet">
              {begun([when(entry.at, now.value), entry.unit].filter(Boolean).join(", "))}. {why(entry)}
            </p>
          </li>
        ))}
      </ol>
    </Page>
  );
}

/** As a sentence begins. */
const begun = (words: string): string => words.charAt(0).toLocaleUpperCase(language.value) + words.slice(1);

function did(verb: string): string {
  switch (verb) {
    case "opened":
      return _("opened your page");
    case "read":
      return _("marked your answers as read");
    case "unread":
      return _("took back that your answers were read");
    case "acted":
      return _("wrote down what we do");
    case "took":
      return _("took your wish to talk");
    case "wrote":
      return _("wrote down answers together with you");
    case "translated":
      return _("wrote down a translation of your words");
    case "listed":
      return _("went through your list");
    case "rescued":
      return _("read in your rescue copy");
    case "history":
      return _("looked at older answers");
    case "handover":
      return _("saw your lines on the sheet for the shift");
    case "admitted":
      return _("registered that you came");
    case "invited":
      return _("made a code for you");
    case "redeemed":
      return _("signed in on a phone");
    case "shared":
      return _("decided what somebody who helps may see");
    case "unshared":
      return _("ended what somebody who helps may see");
    case "carer-invited":
      return _("made a code for somebody who helps");
    case "carer-registered":
      return _("registered somebody who helps, with your yes");
    case "carer-cannot-consent":
      return _("registered somebody who helps while you could not decide it yourself");
    case "carer-ended":
      return _("ended what somebody who helps may see");
    case "moved-phone":
      return _("went on on another phone");
    case "reminder-agreed":
      return _("noted that we may remind you");
    case "reminder-ended":
      return _("noted that we no longer remind you");
    case "not-me":
      return _("said that the code came to the wrong person");
    case "moved":
    case "placed":
      return _("changed room or bed");
    case "transferred":
      return _("moved you to another unit");
    case "today":
      return _("wrote what happens today");
    case "postponed":
      return _("noted that you cannot answer now");
    case "resumed":
      return _("noted that you can answer again");
    case "offered":
      return _("offered you something to read");
    case "uninvited":
      return _("stopped a code");
    case "ended-wrong-patient":
      return _("noted that the stay was somebody else's, and put the answers away");
    case "ended-discharged":
    case "ended-died":
    case "ended-cancelled":
      return _("wrote that the stay ended");
    default:
      return _("did something in your stay");
  }
}

function why({ basis }: AccessEntry): string {
  switch (basis) {
    case "own":
      return _("You, as the patient.");
    case "helping":
      return _("They help you.");
    case "care-team":
      return _("They look after you at the unit.");
    case "owner-of-unread":
      return _("They lead the unit, and the answer was not read when you left.");
    case "leader":
      return _("They lead the unit.");
    default:
      return "";
  }
}
