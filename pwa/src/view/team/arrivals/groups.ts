import type { Arrival } from "../../../domain/wire.ts";

/** `left`: the stay has ended, and nobody has read the answer. */
export type Group = "alone" | "unread" | "changed" | "silent" | "begun" | "left" | "postponed" | "read";

/** The order on the screen: what must be seen first stands first. */
export const GROUPS: readonly Group[] = ["alone", "unread", "changed", "silent", "begun", "left", "postponed", "read"];

const FROM_STATE: Readonly<Record<Arrival["state"], Group>> = {
  unread: "unread",
  changed: "changed",
  "not-answered": "silent",
  begun: "begun",
  postponed: "postponed",
  read: "read",
};

export const unread = (stay: Arrival): boolean => stay.state === "unread" || stay.state === "changed";

/** A wish to talk alone that nobody has taken yet. */
export const wishes = ({ attention }: Arrival): boolean =>
  attention != null && attention.wish !== "no" && !attention.takenAt;

export function groupOf(stay: Arrival): Group {
  if (wishes(stay)) return "alone";
  if (unread(stay) && stay.ended) return "left";
  return FROM_STATE[stay.state];
}

/** What the rows of a group are ordered by: who has waited longest comes first; of the read, the latest reading. */
function waited(group: Group, stay: Arrival): string {
  if (group === "alone") {
    const soon = stay.attention?.wish === "as-soon-as-possible" ? "0" : "1";
    return soon + (stay.attention?.received ?? "");
  }
  if (group === "postponed") return stay.postponement?.askAgain || "9999";
  if (group === "silent" || group === "begun") return stay.admitted;
  return (group === "read" ? stay.readAt : stay.answered) || stay.admitted;
}

export function grouped(
  stays: readonly Arrival[],
  groups = groupOf,
): readonly (readonly [Group, readonly Arrival[]])[] {
  return GROUPS.map((group) => {
    const rows = stays.filter((stay) => groups(stay) === group);
    rows.sort((a, b) => compare(waited(group, a), waited(group, b)) || compare(a.family, b.family));
    return [group, group === "read" ? rows.reverse() : rows] as const;
  }).filter(([, rows]) => rows.length > 0);
}

export function matches(stay: Arrival, sought: string): boolean {
  const text = plain(`${stay.given} ${stay.family} ${stay.room ?? ""}`);
  return plain(sought)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
