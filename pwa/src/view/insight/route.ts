import { signal } from "@preact/signals";

export interface Spot {
  readonly unit: string;
  /** Empty: all the figures together. */
  readonly measure: string;
}

export function read(path: string): Spot {
  const [unit = "", measure = ""] = path.split("/").slice(2).map(decodeURIComponent);
  return { unit, measure };
}

export const spotPath = (unit: string, measure = ""): string => ["/insight", unit, measure].filter(Boolean).join("/");

export const spot = signal<Spot>(read(location.pathname));

export function go(path: string): void {
  history.pushState(null, "", path);
  spot.value = read(path);
}
