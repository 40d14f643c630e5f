import { computed, effect, signal } from "@preact/signals";
import { rooms } from "../../../store/here.ts";
import { contact } from "../../../sync/sync.ts";

/** How many waited when this sending began. */
const began = signal(0);

const waiting = computed(() => [...rooms.outbox.value.values()].filter(({ problem }) => !problem).length);

effect(() => {
  const n = waiting.value;
  const before = began.peek();
  if (contact.value !== "sending") began.value = 0;
  else if (n > before) began.value = n;
});

/** While something is being sent: how many have been received, of how many. */
export const progress = computed(() =>
  began.value > 0 ? { done: began.value - waiting.value, of: began.value } : null,
);
