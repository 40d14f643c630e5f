import type { ReminderAddress, Reminders } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { personally } from "../../../sync/session.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import { Problem } from "../../parts/Problem.tsx";
import { faultOf, useAsked } from "../me/useAsked.ts";
import { Page } from "../Page.tsx";
import { pushHere } from "./browser.ts";
import { SayYes } from "./SayYes.tsx";

export type Channel = ReminderAddress["channel"];
export type Occasion = ReminderAddress["occasions"][number];

/** The ways that both this server and this browser know. */
export const waysHere = ({ channels = [] }: Reminders): Channel[] =>
  channels.filter((channel) => channel !== "push" || pushHere() === "can");

/** How and of what somebody wants to be reminded, and how to end it. */
export function RemindersPage() {
  const { found, fault, again } = useAsked<Reminders>("/api/reminders");

  async function stop(id: string): Promise<void> {
    try {
      await personally("DELETE", `/api/reminders/${id}`);
      await again();
      announce(_("Stopped."));
    } catch (error) {
      fault.value = faultOf(error);
    }
  }

  const all = found.value?.addresses ?? [];
  return (
    <Page heading={_("Reminders")} back={{ href: "/p/me", words: _("Me") }}>
      <p>{_("A reminder says only that there is something for you in Viktig. It tells nobody where you are or why.")}</p>
      <p class="quiet">{_("It never comes at night, and only seldom. You can stop it at any time.")}</p>
      <Problem slug={fault.value} />
      {all.length > 0 && (
        <section class="stack">
          <h2>{_("So we remind you")}</h2>
          <ul class="plain stack">
            {all.map((one) => (
              <li class="card" key={one.id}>
                <p>
                  <b>{way(one)}</b>
                </p>
                <ul>
                  {one.occasions.map((occasion) => (
                    <li key={occasion}>{occasionWords(occasion)}</li>
                  ))}
                </ul>
                {one.agreedWith && <p class="quiet">{_("Agreed with {name}.", { name: one.agreedWith })}</p>}
                <Button kind="second" onClick={() => void stop(one.id)}>
                  {_("Stop this")}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.value && <SayYes reminders={found.value} onDone={again} />}
    </Page>
  );
}

function way({ channel, here, to }: ReminderAddress): string {
  if (channel === "sms") return _("Text message to {number}", { number: to });
  if (channel === "email") return _("E-mail to {address}", { address: to });
  return here ? _("On this phone") : _("On another phone");
}

export function occasionWords(occasion: Occasion): string {
  switch (occasion) {
    case "answer":
      return _("When my answers are not sent yet");
    case "read":
      return _("When somebody has read my answers");
    case "agreed":
      return _("When something new is agreed");
  }
}
