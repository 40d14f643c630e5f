import { signal } from "@preact/signals";

/** The patient's own pages; anything else is another part of the app and is loaded anew. */
const OWN = /^\/($|i$|p(\/|$))/;

export const path = signal(location.pathname);

/** `beside`: what this visit to the address remembers when the page is loaded anew; never words of a person. */
export function go(to: string, { replace = false, beside = null as unknown } = {}): void {
  history[replace ? "replaceState" : "pushState"](beside, "", to);
  path.value = location.pathname;
  scrollTo(0, 0);
}

/** The address of what stands here already, so that the phone's own way back comes back to it. */
export const settle = (at: string): void => history.replaceState(null, "", at);

/** Parts of the address below /p: only names and ids, never words of a person. */
export const parts = (): string[] => path.value.split("/").slice(2).map(decodeURIComponent);

/** Follows the app's own links without loading the page anew. */
export function listen(): void {
  addEventListener("popstate", () => (path.value = location.pathname));
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.defaultPrevented || event.button !== 0 || link.target || link.origin !== location.origin) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !OWN.test(link.pathname)) return;
    event.preventDefault();
    go(link.pathname);
  });
}
