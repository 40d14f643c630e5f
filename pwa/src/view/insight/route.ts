import { signal } from "@preact/signals";

export interface Spot {
  readonly unit: string;
  /** Empty: all the figures together. */
  readonly measure: string;
  /** Of learning: one module; empty: all of them. */
  readonly module: string;
}

/** Stands where a measure would. */
export const LEARNING = "learning";

export function read(path: string): Spot {
  const [unit = "", measure = "", module = ""] = path.split("/").slice(2).map(decodeURIComponent);
  return { unit, measure, module };
}

export const spotPath = (unit: string, measure = "", module = ""): string =>
  ["/insight", unit, measure, module].filter(Boolean).join("/");

export const spot = signal<Spot>(read(location.pathname));

export function go(path: string): void {
  history.pushState(null, "", path);
  spot.value = read(path);
}
