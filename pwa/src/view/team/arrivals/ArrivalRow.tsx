import type { Arrival, Unit } from "../../../domain/wire.ts";
import { pathTo } from "../route.ts";
import type { Group } from "./groups.ts";
import { factsOf, late, moved, timeWords } from "./rowWords.ts";
import { Wish } from "./Wish.tsx";

interface Row {
  stay: Arrival;
  unit: Unit;
  group: Group;
  open: boolean;
}

export function ArrivalRow({ stay, unit, group, open }: Row) {
  const now = moved(stay, group);
  return (
    <li class="arrival">
      <a
        class={open ? "arrival-link on" : "arrival-link"}
        href={pathTo(unit.id, stay.encounter)}
        aria-current={open ? "page" : undefined}
        data-encounter={stay.encounter}
      >
        <b>{`${stay.given} ${stay.family}`}</b>
        <span class={late(stay) ? "time late" : "time"}>{timeWords(stay, unit)}</span>
        <span class="quiet facts">{[...factsOf(stay, unit), now].join(" ")}</span>
      </a>
      {group === "alone" && <Wish stay={stay} unit={unit} />}
    </li>
  );
}
