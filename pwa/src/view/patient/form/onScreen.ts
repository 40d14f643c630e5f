import { type Signal, signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { FormForStay, Speaker } from "../../../domain/wire.ts";
import type { Audience } from "../../../store/answers.ts";
import { isOwn, writer } from "../../../store/form.ts";
import type { Pen, PenState } from "./pen.ts";
import { speaker } from "./WhoSaid.tsx";

/** One question that stands on the screen: its pen, what is wrong with what is written, and where to go to mend it. */
export interface Standing {
  readonly spot: string;
  readonly pen: Pen;
  readonly faults: readonly string[];
  readonly field: string;
  readonly name: string;
}

/** The questions that stand on one screen, and what is said of all of them at once. */
export interface OnScreen {
  readonly form: FormForStay;
  /** What is wrong is told once the person wants to go on, not while they write. */
  readonly told: Signal<boolean>;
  readonly state: () => PenState;
  readonly standing: () => Standing[];
  enter(one: Standing): void;
  left(spot: string): void;
  by(): Speaker;
  /** Who may see what is written here. */
  audience(): Audience;
  /** All of it for health personnel alone, or not. */
  setAudience(audience: Audience): void;
  /** Whose words all of it are. */
  setSaidBy(speaker: Speaker): void;
  /** Whether something must be mended first; from now on it is told where. */
  wrong(): boolean;
  flush(): Promise<boolean>;
}

export function useOnScreen(form: FormForStay, key: string): OnScreen {
  return useMemo(() => {
    const there = signal<ReadonlyMap<string, Standing>>(new Map());
    const told = signal(false);
    const wished = signal<Audience | undefined>(undefined);
    const said = signal<Speaker | undefined>(undefined);
    const pens = (): Pen[] => [...there.value.values()].map(({ pen }) => pen);
    const answered = (): Pen[] => pens().filter(({ items }) => items.value.length > 0);
    const audience = (): Audience => {
      const [first] = [...answered(), ...pens()];
      return wished.value ?? first?.audience.value ?? (isOwn(form) ? "staff" : "all");
    };
    const STATES: readonly PenState[] = ["failed", "writing", "kept"];
    return {
      form,
      told,
      state: () => STATES.find((state) => pens().some((pen) => pen.state.value === state)) ?? "resting",
      standing: () => [...there.value.values()],
      enter(one) {
        const { spot } = one;
        const before = there.peek().get(spot);
        // Read by others when it is drawn; only a new pen, or something else that is wrong, is a change.
        if (before?.pen === one.pen && before.faults.join() === one.faults.join()) (there.peek() as Map<string, Standing>).set(spot, one);
        else there.value = new Map(there.peek()).set(spot, one);
      },
      left(spot) {
        const left = new Map(there.peek());
        left.delete(spot);
        there.value = left;
      },
      // Of oneself one speaks oneself.
      by: () => (isOwn(form) ? writer() : (said.value ?? speaker())),
      audience,
      setAudience(next) {
        wished.value = next;
        for (const pen of pens()) pen.write(pen.items.value, next);
      },
      setSaidBy(next) {
        said.value = next;
        for (const pen of answered()) pen.write(pen.items.value.map((item) => ({ ...item, saidBy: next })));
      },
      wrong() {
        const some = [...there.value.values()].some(({ faults }) => faults.length > 0);
        told.value ||= some;
        return some;
      },
      flush: async () => (await Promise.all(pens().map((pen) => pen.flush()))).every(Boolean),
    };
  }, [form.shared, key]);
}
