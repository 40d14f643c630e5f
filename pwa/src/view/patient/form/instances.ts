import { signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { uuid7 } from "../../../domain/ids.ts";
import { growing, rowOf, under } from "../../../domain/questionnaire/growing.ts";
import { cut, type Grown, type Place } from "../../../domain/questionnaire/places.ts";

/** The instances on a screen of what comes several times: those with something in them, and blank ones to fill in. */
export interface Instances {
  readonly grown: Grown;
  /** Another one below the last. */
  add(place: Place): void;
  /** It stays where it is, also with nothing left in it. */
  stay(place: Place): void;
}

export function useInstances(): Instances {
  return useMemo(() => {
    const shown = signal<ReadonlyMap<string, readonly string[]>>(new Map());
    const show = ({ node, within }: Place, more: readonly string[]): void => {
      const row = rowOf(node, within);
      const before = shown.value.get(row) ?? [];
      shown.value = new Map(shown.value).set(row, [...new Set([...before, within, ...more])]);
    };
    return {
      grown: growing((row) => shown.value.get(row), new Map(), uuid7),
      add: (place) => show(place, [under(cut(place.within, place.node.above), uuid7())]),
      stay: (place) => show(place, []),
    };
  }, []);
}
