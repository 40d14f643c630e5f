import type { SessionRow } from "../../../domain/wire.ts";
import { _, when } from "../../../i18n/index.ts";
import { personally } from "../../../sync/session.ts";
import { Button } from "../../parts/Button.tsx";
import { Problem } from "../../parts/Problem.tsx";
import { now } from "../now.ts";
import { Page } from "../Page.tsx";
import { faultOf, useAsked } from "./useAsked.ts";

/** Every phone and computer that is signed in as this person. */
export function Devices() {
  const { found, fault, again } = useAsked<{ sessions: SessionRow[] }>("/api/sessions");

  async function end(id: string): Promise<void> {
    try {
      await personally("DELETE", `/api/sessions/${id}`);
      await again();
    } catch (error) {
      fault.value = faultOf(error);
    }
  }

  return (
    <Page heading={_("Where I am signed in")} back={{ href: "/p/me", words: _("Me") }}>
      <Problem slug={fault.value} />
      <ul class="plain stack">
        {found.value?.sessions.map(({ id, started, seen, current, agent }) => (
          <li class="card" key={id}>
            <p>
              <b>{current ? _("This phone") : _("Another phone or computer")}</b>
            </p>
            <p class="quiet">
              {_("Signed in {started}. Last used {seen}.", { started: when(started, now.value), seen: when(seen, now.value) })}
            </p>
            {agent && <small>{machine(agent)}</small>}
            {!current && (
              <Button kind="second" onClick={() => void end(id)}>
                {_("Sign out there")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** The browser's long name of itself, as people call it: "Firefox, Android". */
function machine(agent: string): string {
  const browser = ["Firefox", "Edg", "OPR", "SamsungBrowser", "Chrome", "Safari"].find((name) => agent.includes(name)) ?? "";
  const system = ["iPhone", "iPad", "Android", "Windows", "Mac OS", "Linux"].find((name) => agent.includes(name)) ?? "";
  const called = { Edg: "Edge", OPR: "Opera", SamsungBrowser: "Samsung Internet" }[browser] ?? browser;
  return [called, system].filter(Boolean).join(", ") || agent.slice(0, 60);
}
