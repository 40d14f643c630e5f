import { computed } from "@preact/signals";
import type { Opinion } from "../domain/opinion.ts";
import { change, opinionRows } from "./device.ts";

/** Opinions on modules that wait for a network. They lie with the phone, and belong to nobody on it. */
export const opinions = computed<readonly Opinion[]>(() => [...opinionRows.value.values()]);

/** A version 4 UUID: unlike those of a person's own versions it tells no time. */
export function keepOpinion(said: Omit<Opinion, "id">): Promise<void> {
  const id = crypto.randomUUID();
  return change(() => [{ room: "opinions", key: id, body: { id, ...said } }]);
}

export const dropOpinion = ({ id }: Opinion): Promise<void> => change(() => [{ room: "opinions", key: id }]);
