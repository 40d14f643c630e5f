import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { _, timeZone } from "../../i18n/index.ts";
import { people } from "../../store/device.ts";
import { stay } from "../../store/documents.ts";
import { here } from "../../store/here.ts";
import { Button } from "../parts/Button.tsx";
import { Form } from "./form/Form.tsx";
import { Send } from "./form/Send.tsx";
import { Talk } from "./form/Talk.tsx";
import { Page } from "./Page.tsx";
import { parts, path } from "./route.ts";
import { CallUs } from "./Urgent.tsx";
import { Invited } from "./welcome/Invited.tsx";

/** The patient's side: who is here, and which page. */
export function App() {
  const zone = stay.value?.unit.timezone ?? "Europe/Oslo";
  useEffect(() => void (timeZone.value = zone), [zone]);
  if (path.value === "/i" || (!here.value && people.value.length === 0)) return <Invited />;
  const [first = "", second = "", third = ""] = here.value ? parts() : [];
  switch (first) {
    case "form":
      return <Form name={second} step={third} />;
    case "talk":
      return <Talk name={second} />;
    case "send":
      return <Send name={second} />;
    default:
      return <Later />;
  }
}

const rest = signal<ComponentType<{ someone: boolean }> | "away" | null>(null);

/** All other pages: fetched when the first is drawn, or at once when one of them is the first. */
export async function fetchRest(): Promise<void> {
  try {
    rest.value = (await import("./Rest.tsx")).default;
  } catch {
    rest.value ??= "away";
  }
}

function Later() {
  useEffect(() => {
    if (!rest.value) void fetchRest();
  }, []);
  const Rest = rest.value;
  if (Rest === "away") {
    return (
      <Page heading={_("This page is not on the phone yet")}>
        <p>{_("It comes when there is a network.")}</p>
        <Button onClick={() => void fetchRest()}>{_("Try again")}</Button>
        <CallUs />
      </Page>
    );
  }
  return Rest ? <Rest someone={here.value !== null} /> : null;
}
