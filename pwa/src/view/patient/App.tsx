import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { timeZone } from "../../i18n/index.ts";
import { isLocked, people } from "../../store/device.ts";
import { quiet, stay } from "../../store/documents.ts";
import { here } from "../../store/here.ts";
import { bringRareBy } from "../parts/form/rare.ts";
import { Form } from "./form/Form.tsx";
import { Cover } from "./lock/Cover.tsx";
import { covered } from "./lock/cover.ts";
import { NotHere } from "./NotHere.tsx";
import { parts, path } from "./route.ts";
import { Invited } from "./welcome/Invited.tsx";

export type RestPages = ComponentType<{ someone: boolean }>;

type Fetch = () => Promise<RestPages>;

/** What is half written stays in its place behind the cover; at the door everybody is asked who they are. */
export function App({ later }: { later: Fetch }) {
  bringRareBy(later);
  const holder = here.value;
  const shut = covered.value && holder !== null;
  const door = path.value !== "/i" && people.value.length > 0 && (!holder || (shut && isLocked(holder)));
  return (
    <>
      {(holder || !door) && (
        <div class="whole" hidden={shut}>
          <Pages later={later} />
        </div>
      )}
      {door ? <Later fetched={later} someone={false} /> : shut && <Cover />}
    </>
  );
}

/** The patient's side: who is here, and which page. `later` fetches the pages that are not on the way to Send. */
function Pages({ later }: { later: Fetch }) {
  const zone = stay.value?.unit.timezone ?? "Europe/Oslo";
  useEffect(() => void (timeZone.value = zone), [zone]);
  if (path.value === "/i" || (!here.value && people.value.length === 0)) return <Invited />;
  const [first = "", second = "", third = ""] = here.value && !quiet.value ? parts() : [];
  switch (first) {
    case "form":
      return <Form name={second} step={third} />;
    default:
      return <Later fetched={later} someone />;
  }
}

const rest = signal<RestPages | "away" | null>(null);

function Later({ fetched, someone }: { fetched: Fetch; someone: boolean }) {
  const again = (): void =>
    void fetched().then(
      (pages) => (rest.value = pages),
      () => (rest.value = "away"),
    );
  useEffect(again, []);
  const Rest = rest.value;
  if (Rest === "away") return <NotHere again={again} />;
  return Rest ? <Rest someone={someone} /> : null;
}
