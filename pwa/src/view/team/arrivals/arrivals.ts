import { batch, computed, signal } from "@preact/signals";
import type { Arrivals } from "../../../domain/wire.ts";
import type { Fault } from "../../../sync/api.ts";
import * as api from "../api.ts";
import { now } from "../now.ts";
import { faultOf } from "../saving.ts";
import { grouped, groupOf, type Group } from "./groups.ts";
import { changes, withRow } from "./news.ts";

/** The list as it stands on the screen. Others' changes wait in `latest`, so that no row moves under the pointer. */
export const shown = signal<Arrivals | null>(null);
export const latest = signal<Arrivals | null>(null);
export const trouble = signal<Fault | "">("");
const places = signal<ReadonlyMap<string, Group>>(new Map());

export const groups = computed(() =>
  grouped(shown.value?.stays ?? [], (stay) => places.value.get(stay.encounter) ?? groupOf(stay)),
);
export const news = computed(() => changes(shown.value, latest.value));
export const row = (encounter: string) => latest.value?.stays?.find((stay) => stay.encounter === encounter);

async function fetched(unit: string): Promise<Arrivals | null> {
  try {
    const arrivals = await api.arrivals(unit);
    trouble.value = "";
    now.value = Date.now();
    return arrivals;
  } catch (problem) {
    trouble.value = faultOf(problem);
    return null;
  }
}

/** The list drawn anew. */
export async function open(unit: string): Promise<void> {
  if (shown.value?.unit.id !== unit) batch(() => ((shown.value = null), (latest.value = null)));
  const arrivals = await fetched(unit);
  if (arrivals) latest.value = arrivals;
  if (arrivals) showNews();
}

export function showNews(): void {
  shown.value = latest.value;
  places.value = new Map((latest.value?.stays ?? []).map((stay) => [stay.encounter, groupOf(stay)]));
}

/** A live event came: something that others did is kept behind "3 new". */
export async function hear(unit: string, n: number): Promise<void> {
  const known = latest.value;
  if (known?.unit.id === unit && known.n >= n) return;
  const arrivals = await fetched(unit);
  if (arrivals && shown.value?.unit.id === unit) latest.value = arrivals;
}

/** After an own change: that row shows it at once, and stays where it is. */
export async function changed(unit: string, encounter: string): Promise<void> {
  const arrivals = await fetched(unit);
  if (!arrivals || shown.value?.unit.id !== unit) return;
  batch(() => {
    latest.value = arrivals;
    if (shown.value) shown.value = withRow(shown.value, arrivals, encounter);
  });
}
