import { signal } from "@preact/signals";

export type Room = "" | "handover" | "learn" | "together" | "paper" | "talk";

/** Ids only: nothing of a person stands in an address. */
export interface Where {
  readonly unit: string;
  readonly encounter: string;
  readonly room: Room;
  /** Which talk; which module that staff read. */
  readonly talk: string;
}

export function read(path: string): Where {
  const [unit = "", second = "", third = "", talk = ""] = path.split("/").slice(2).map(decodeURIComponent);
  if (second === "learn") return { unit, encounter: "", room: "learn", talk: third };
  if (second === "handover") return { unit, encounter: "", room: "handover", talk: "" };
  const room = third === "together" || third === "paper" || third === "talk" ? third : "";
  return { unit, encounter: second, room, talk };
}

export const pathTo = (unit: string, encounter = "", room: Room = "", talk = ""): string =>
  ["/team", unit, encounter, room, talk].filter((part, place) => place === 0 || part !== "").join("/");

export const where = signal<Where>(read(location.pathname));

export function go(path: string, { replace = false } = {}): void {
  history[replace ? "replaceState" : "pushState"](null, "", path);
  where.value = read(path);
}

/** Follows links below one address without loading the page anew. */
export const following =
  (below: string, to: (path: string) => void) =>
  (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.defaultPrevented || event.button !== 0 || link.target || link.origin !== location.origin) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !link.pathname.startsWith(below)) return;
    if (link.pathname === location.pathname && link.hash) return;
    event.preventDefault();
    if (link.pathname !== location.pathname) to(link.pathname);
  };
