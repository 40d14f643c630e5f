import { effect } from "@preact/signals";
import { here, rooms } from "../../store/here.ts";
import { full } from "../../store/owed.ts";
import { ground, lookAtRoom } from "./lasting.ts";

/** Looks now and then how much room there is, and asks before a page is closed that holds words nobody else has. */
export function watchRoom(): void {
  effect(() => {
    if (here.value && !full.value) void lookAtRoom();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void lookAtRoom();
  });
  addEventListener("beforeunload", (event) => {
    const only = ground.value === "full" || (ground.value === "nothing" && rooms.outbox.value.size + rooms.drafts.value.size > 0);
    if (only) event.preventDefault();
  });
}
