import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ApiProblem, type Fault } from "../../../sync/api.ts";
import { personally } from "../../../sync/session.ts";

export interface Asked<T> {
  readonly found: Signal<T | null>;
  readonly fault: Signal<Fault | "">;
  again(): Promise<void>;
}

/** What only the server knows, asked when the page is opened. */
export function useAsked<T>(path: string): Asked<T> {
  const found = useSignal<T | null>(null);
  const fault = useSignal<Fault | "">("");
  async function again(): Promise<void> {
    try {
      found.value = await personally<T>("GET", path);
      fault.value = "";
    } catch (error) {
      fault.value = faultOf(error);
    }
  }
  useEffect(() => void again(), [path]);
  return { found, fault, again };
}

export const faultOf = (error: unknown): Fault => (error instanceof ApiProblem ? error.slug : "unexpected");
