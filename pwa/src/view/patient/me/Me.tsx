import { _ } from "../../../i18n/index.ts";
import { here } from "../../../store/here.ts";
import { Icon, type IconName } from "../../parts/Icon.tsx";
import { Contact } from "../Contact.tsx";
import { helping } from "../form/WhoSaid.tsx";
import { Keeping } from "../Keeping.tsx";
import { firm } from "../lasting.ts";
import { sharedPhone } from "../lock/lock.ts";
import { Page } from "../Page.tsx";
import { TextSize } from "../TextSize.tsx";
import { where } from "../where.ts";
import { LanguageRow } from "../welcome/Languages.tsx";
import { PhoneOnly } from "../welcome/Ready.tsx";
import { unreceived } from "./waiting.ts";

/** What is mine: language, who sees what, and what lies on this phone. */
export function Me() {
  const given = here.value?.given ?? "";
  const unsent = unreceived().length;
  const wards = here.value?.keeps === "ward";
  return (
    <Page heading={_("Me")} above={<p class="quiet">{here.value?.person.name}</p>} places>
      <Contact />
      {firm.value && <Keeping />}
      <section class="stack">
        <h2>{_("Language")}</h2>
        <LanguageRow />
        <TextSize />
      </section>
      <section class="stack">
        <h2>{_("Who can see what")}</h2>
        {helping() ? (
          <p>
            {_("{name}, and those who look after {name} {where}, see what you send.", { name: given, where: where() })}{" "}
            {_("What you tell of yourself, {name} sees only when you choose to show it.", { name: given })}
          </p>
        ) : (
          <>
            <p>{_("Those who look after you {where} see what you have sent.", { where: where() })}</p>
            <p>
              {_("Somebody who helps you on their own phone sees what you share with them, and never what is only for health personnel.")}
            </p>
          </>
        )}
      </section>
      <nav class="ways" aria-label={_("More about me")}>
        {!helping() && <Way href="/p/carers" icon="people" words={_("Those who help me")} />}
        {!helping() && <Way href="/p/me/access" icon="eye" words={_("Who has looked at my things")} />}
        <Way href="/p/answers" icon="history" words={_("My answers, also the old ones")} />
        <Way href="/p/me/unsent" icon="device" words={unsent > 0 ? _("On this phone, not sent: {n}", { n: unsent }) : _("On this phone")} />
        <Way href="/p/me/rescue" icon="download" words={_("Rescue copy")} />
        <Way href="/p/me/devices" icon="globe" words={_("Where I am signed in")} />
        <Way href="/p/me/lock" icon="lock" words={_("PIN and lock")} />
        {!helping() && !wards && <Way href="/p/me/reminders" icon="clock" words={_("Reminders")} />}
        {!wards && <Way href="/p/me/install" icon="download" words={_("Viktig on the home screen")} />}
        {!sharedPhone() && <Way href="/p/me/move" icon="send" words={_("Move to another phone or browser")} />}
        <Way href="/p/people" icon="people" words={_("Change person, or add one")} />
        <Way href="/p/me/leave" icon="exit" words={wards ? _("Hand the tablet back") : _("Leave this phone")} />
      </nav>
      <PhoneOnly />
    </Page>
  );
}

function Way({ href, icon, words }: { href: string; icon: IconName; words: string }) {
  return (
    <a href={href}>
      <Icon name={icon} />
      <span>{words}</span>
      <Icon name="forward" />
    </a>
  );
}
