import { batch, computed, signal } from "@preact/signals";
import type { PatientPage } from "../../../domain/wire.ts";
import type { Fault } from "../../../sync/api.ts";
import * as api from "../api.ts";
import { changed, latest, row } from "../arrivals/arrivals.ts";
import { now } from "../now.ts";
import { faultOf } from "../saving.ts";

export const page = signal<PatientPage | null>(null);
export const trouble = signal<Fault | "">("");
/** What somebody did here took the patient off their list: a leader who has read an answer, a stay that has ended. */
export const done = signal(false);
/** The row of the list when the page was fetched: another row means that something happened since. */
const row_ = signal("");
const own = signal(0);

const rowNow = (encounter: string): string => JSON.stringify(row(encounter) ?? "");

export const stale = computed(() => {
  const encounter = page.value?.encounter.id;
  return (
    encounter !== undefined &&
    latest.value !== null &&
    own.value === 0 &&
    row_.value !== "" &&
    row_.value !== rowNow(encounter)
  );
});

let wanted = "";

export async function show(encounter: string): Promise<void> {
  wanted = encounter;
  done.value = false;
  if (page.value?.encounter.id !== encounter) page.value = null;
  const before = latest.value ? rowNow(encounter) : "";
  try {
    const found = await api.patientPage(encounter);
    if (wanted !== encounter) return;
    batch(() => {
      page.value = found;
      trouble.value = "";
      row_.value = before;
      now.value = Date.now();
    });
  } catch (problem) {
    if (wanted === encounter) trouble.value = faultOf(problem);
  }
}

/** Does something to the open page, then shows the page and its row in the list as they are now. */
export async function act<T>(work: (page: PatientPage) => Promise<T>): Promise<T> {
  const open = page.value;
  if (!open) throw new Error("no page is open");
  const { id, unit } = open.encounter;
  own.value += 1;
  try {
    const made = await work(open);
    await look(id, unit.id);
    if (wanted === id && (trouble.value === "not-allowed" || trouble.value === "not-found")) {
      batch(() => ((done.value = true), (page.value = null), (trouble.value = "")));
    }
    return made;
  } catch (problem) {
    await look(id, unit.id);
    throw problem;
  } finally {
    own.value -= 1;
  }
}

async function look(encounter: string, unit: string): Promise<void> {
  await changed(unit, encounter);
  if (wanted === encounter) await show(encounter);
}
