import { signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { uuid7 } from "../../../domain/ids.ts";
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
    const blank = new Map<string, string>();
    const under = (above: string): string => (above ? `${above}/${uuid7()}` : uuid7());
    const keyOf = (linkId: string, above: string): string => `${linkId}\n${above}`;
    const show = ({ node, within }: Place, more: readonly string[]): void => {
      const key = keyOf(node.item.linkId, cut(within, node.above));
      const before = shown.value.get(key) ?? [];
      shown.value = new Map(shown.value).set(key, [...new Set([...before, within, ...more])]);
    };
    return {
      grown({ item }, above, found) {
        const key = keyOf(item.linkId, above);
        const all = [...new Set([...found, ...(shown.value.get(key) ?? [])])].sort();
        if (all.length > 0) return all;
        const own = blank.get(key) ?? under(above);
        blank.set(key, own);
        return [own];
      },
      add: (place) => show(place, [under(cut(place.within, place.node.above))]),
      stay: (place) => show(place, []),
    };
  }, []);
}
