import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Unit } from "../../../domain/wire.ts";
import { _, clock, ngettext } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import { Problem } from "../../parts/Problem.tsx";
import { useKey } from "../keys.ts";
import { mine, onlyMine } from "../mine.ts";
import { where } from "../route.ts";
import { Check } from "../parts/fields.tsx";
import { ArrivalRow } from "./ArrivalRow.tsx";
import { groups, latest, news, open, shown, showNews, trouble } from "./arrivals.ts";
import { matches } from "./groups.ts";
import { groupWords } from "./rowWords.ts";
import { useWalk } from "./walk.ts";

/** Whether changes come by themselves just now. */
export type Listening = "asking" | "open" | "lost";

interface Listed {
  unit: Unit;
  listening: Listening;
}

export function ArrivalList({ unit, listening }: Listed) {
  const sought = useSignal("");
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useWalk(list);
  useKey("/", () => field.current?.focus());
  useKey("n", showNews, news.value.length > 0);
  const wanted = groups.value
    .map(
      ([group, stays]) =>
        [
          group,
          stays.filter((stay) => matches(stay, sought.value) && (!onlyMine.value || mine.value.has(stay.encounter))),
        ] as const,
    )
    .filter(([, stays]) => stays.length > 0);
  return (
    <div class="arrivals" ref={list}>
      <h1 class="ward">{_("{unit}, today", { unit: unit.name })}</h1>
      <input
        ref={field}
        class="field"
        type="search"
        aria-label={_("Search by name or room")}
        placeholder={_("Search by name or room")}
        value={sought.value}
        onInput={(event) => (sought.value = event.currentTarget.value)}
      />
      <div>
        <Check on={onlyMine.value} onValue={(on) => (onlyMine.value = on)}>
          {_("Only my patients ({n})", { n: mine.value.size })}
        </Check>
      </div>
      <News />
      <Problem slug={shown.value ? "" : trouble.value} />
      {wanted.map(([group, stays]) => (
        <section key={group} class={`group ${group}`} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>
            <span>{groupWords(group)}</span> <span>{stays.length}</span>
          </h2>
          <ul>
            {stays.map((stay) => (
              <ArrivalRow
                key={stay.encounter}
                stay={stay}
                unit={unit}
                group={group}
                open={stay.encounter === where.value.encounter}
              />
            ))}
          </ul>
        </section>
      ))}
      {shown.value && wanted.length === 0 && (
        <p>{sought.value ? _("Nobody here fits what you search for.") : _("Nobody is on the list.")}</p>
      )}
      {shown.value && <Fresh unit={unit} listening={trouble.value ? "lost" : listening} />}
    </div>
  );
}

/** What others have done waits here: no row moves under the pointer. Team.tsx says it aloud. */
function News() {
  const n = news.value.length;
  if (n === 0) return null;
  return (
    <Button kind="second" onClick={showNews}>
      {ngettext("{n} new. Show it", "{n} new. Show them", n)}
    </Button>
  );
}

/** How old the list is: said always, and plainly when changes do not come by themselves. */
function Fresh({ unit, listening }: Listed) {
  if (listening === "asking") return null;
  if (listening === "open") return <p class="quiet fresh">{_("What is new shows up by itself.")}</p>;
  const time = clock(latest.value?.asOf ?? 0, unit.timezone);
  return (
    <div class="fresh">
      <p>{_("We do not reach Viktig just now. This is how it was {clock}.", { clock: time })}</p>
      <Button kind="plain" onClick={() => open(unit.id)}>
        {_("Look again")}
      </Button>
    </div>
  );
}
