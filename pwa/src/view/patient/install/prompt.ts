import { signal } from "@preact/signals";

/** Chrome and its relatives let the page ask; null where the person has to find the way. */
export const askToInstall = signal<(() => Promise<unknown>) | null>(null);

/** Before the manifest is linked, so that the browser's own question is not missed, and comes when ours does. */
export function listenForPrompt(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    askToInstall.value = () => (event as Event & { prompt(): Promise<unknown> }).prompt();
  });
  addEventListener("appinstalled", () => (askToInstall.value = null));
}
