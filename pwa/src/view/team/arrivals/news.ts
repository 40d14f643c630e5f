import type { Arrival, Arrivals } from "../../../domain/wire.ts";

/** The stays that look otherwise than on the screen: new, changed or gone. */
export function changes(shown: Arrivals | null, latest: Arrivals | null): readonly string[] {
  if (!shown || !latest || shown === latest || shown.unit.id !== latest.unit.id) return [];
  const before = byId(shown);
  const after = byId(latest);
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)));
}

/** The shown list with one row as it is now: what somebody did themselves is seen at once, in its place. */
export function withRow(shown: Arrivals, latest: Arrivals, encounter: string): Arrivals {
  const row = byId(latest).get(encounter);
  const stays = (shown.stays ?? []).flatMap((stay) => (stay.encounter === encounter ? (row ?? []) : stay));
  return { ...shown, stays };
}

const byId = ({ stays = [] }: Arrivals): ReadonlyMap<string, Arrival> =>
  new Map(stays.map((stay) => [stay.encounter, stay]));
