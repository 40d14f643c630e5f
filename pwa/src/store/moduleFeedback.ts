import { computed } from "@preact/signals";
import type { ModuleFeedback } from "../domain/wire.ts";
import { change, feedbackRows } from "./device.ts";

/** What people think of modules that waits for a network. They lie with the phone, and belong to nobody on it. */
export const feedback = computed<readonly ModuleFeedback[]>(() => [...feedbackRows.value.values()]);

/** A version 4 UUID: unlike those of a person's own versions it tells no time. */
export const feedbackName = (): string => crypto.randomUUID();

export function keepFeedback(said: ModuleFeedback): Promise<void> {
  return change(() => [{ room: "moduleFeedback", key: said.id, body: said }]);
}

export const dropFeedback = ({ id }: ModuleFeedback): Promise<void> => change(() => [{ room: "moduleFeedback", key: id }]);
