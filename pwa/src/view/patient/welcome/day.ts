/** YYYY-MM-DD of a day that exists, from what was typed in three fields; empty when it is no such day. */
export function dayOf(year: string, month: string, date: string): string {
  if (![year, month, date].every((part) => /^\d+$/.test(part.trim())) || year.trim().length !== 4) return "";
  const day = [year, month, date].map((part, place) => part.trim().padStart(place === 0 ? 4 : 2, "0")).join("-");
  const found = new Date(`${day}T12:00:00Z`);
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(day) ? day : "";
}
