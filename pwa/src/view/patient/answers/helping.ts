import type { Task } from "../../../domain/wire.ts";

/** Asked once something is under way or done; what could not be done cannot help. */
export const asksForHelp = ({ status, outcome }: Task): boolean =>
  outcome !== "cannot" && (status === "in-progress" || status === "completed" || outcome === "done-at-once");
