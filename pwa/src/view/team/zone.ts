/** "2026-11-23T10:15" on the unit's clock: what a datetime-local field holds. */
export function onClock(t: number | string, zone: string): string {
  const format = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  // Swedish writes a time the way ISO 8601 does
  return new Intl.DateTimeFormat("sv", { ...format, timeZone: zone }).format(new Date(t)).replace(" ", "T");
}

export const dayOnClock = (t: number | string, zone: string): string => onClock(t, zone).slice(0, 10);

/** The instant that the unit's clock shows so; "" for an empty field. In the hour that comes twice, the first. */
export function instantOf(local: string, zone: string): string {
  if (local === "") return "";
  const wanted = Date.parse(`${local.slice(0, 16)}Z`);
  const ahead = (t: number): number => Date.parse(`${onClock(t, zone)}Z`) - t;
  const guess = wanted - ahead(wanted - 86_400_000);
  const there = onClock(guess, zone) === local.slice(0, 16) ? guess : wanted - ahead(guess);
  return new Date(there).toISOString();
}
