import { computed, signal } from "@preact/signals";
import type { Session, Unit } from "../../domain/wire.ts";
import { ApiProblem, request } from "../../sync/api.ts";

const KEY = "viktig-team-profile";

/** Names whoever works at this browser; the cookie that counts is the one of this name. */
export const profile = remembered();

function remembered(): string {
  const known = localStorage.getItem(KEY);
  if (known && /^[a-z0-9]{8,32}$/.test(known)) return known;
  const made = [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  localStorage.setItem(KEY, made);
  return made;
}

export type Gate = "asking" | "in" | "out" | "away";

export const gate = signal<Gate>("asking");
export const session = signal<Session | null>(null);
/** The session ended while somebody was working: the page stays, so that nothing typed is lost. */
export const lapsed = signal(false);

export const staff = computed(() => session.value?.staff ?? null);
/** The name under what I write with a patient of this unit, who reads it on the phone: none where only roles are shown. */
export const signature = ({ reader }: Unit): string => (reader === "role" ? "" : (staff.value?.given ?? ""));
export const isNurse = computed(() => staff.value?.role === "nurse");
export const isLeader = computed(() => staff.value?.role === "leader");
/** The units whose list this person works with. */
export const ownUnits = computed<readonly Unit[]>(() => {
  const { places = [], units = [] } = staff.value ?? {};
  const own = units.flatMap((unit) => places.find(({ id }) => id === unit) ?? []);
  return own.length > 0 ? own : places;
});

export async function lookWho(): Promise<void> {
  try {
    const found = await request<Session>("GET", "/api/session", undefined, { profile });
    session.value = found;
    lapsed.value = false;
    gate.value = found.kind === "staff" ? "in" : "out";
  } catch (problem) {
    const away = problem instanceof ApiProblem && (problem.slug === "offline" || problem.status >= 500);
    gate.value = away ? "away" : "out";
  }
}

export async function leave(): Promise<void> {
  await request("DELETE", "/api/session", undefined, { profile });
  session.value = null;
  gate.value = "out";
}
