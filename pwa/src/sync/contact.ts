import { signal } from "@preact/signals";

/** How the phone and the ward stand: `quiet` is all well; `signed-out` needs a new code; others try again by themselves. */
export type Contact = "quiet" | "sending" | "offline" | "signed-out" | "trouble";

export const contact = signal<Contact>("quiet");
