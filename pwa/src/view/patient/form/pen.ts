import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Form } from "../../../domain/questionnaire/form.ts";
import type { FormForStay, ResponseItem } from "../../../domain/wire.ts";
import { type Audience, statements } from "../../../store/answers.ts";
import { hold, isOwn, leaveQuestion } from "../../../store/form.ts";
import { onLeave } from "../../../store/here.ts";
import { beforeLocking } from "../../../store/halfWritten.ts";
import { type Ground, ground } from "../lasting.ts";

type Items = readonly ResponseItem[];
/** `kept` is said only when the phone has said that it reached the disk. */
export type PenState = "resting" | "writing" | "kept" | "failed";

/** What is being written as the answer to one question: every keystroke is kept, a little after it was made. */
export interface Pen {
  readonly items: ReadonlySignal<Items>;
  readonly audience: ReadonlySignal<Audience>;
  readonly state: Signal<PenState>;
  write(items: Items, audience?: Audience): void;
  /** Resolved when all that was written is kept; false when it could not be. */
  flush(): Promise<boolean>;
}

const PAUSE = 300;

/** What stands under a pen and may not be kept yet, so that the next question comes with the keystroke that asks for it. */
const underPen = new Map<string, Items>();
/** Raised when what depends on it is to be worked out anew: an answer is painted first, and what follows from it after. */
const turned = signal(0);
let turning = false;
function turn(): void {
  if (turning) return;
  turning = true;
  requestAnimationFrame(() =>
    setTimeout(() => {
      turning = false;
      turned.value++;
    }),
  );
}
onLeave(() => underPen.clear());
const penOf = (form: FormForStay, spot: string): string => `${form.shared}/${spot}`;

/** All that is answered at this moment. Where nothing depends on it, what is still being written is left out. */
export function answersNow(form: FormForStay, { crossed }: Form): ResponseItem[] {
  const said = new Map([...statements(form)].map(([spot, { items }]) => [spot, items]));
  if (crossed) void turned.value;
  for (const [key, items] of crossed ? underPen : []) {
    if (key.startsWith(`${form.shared}/`)) said.set(key.slice(form.shared.length + 1), items);
  }
  return [...said.values()].flat();
}
/** How long somebody must have stopped writing before the safe copy goes, where the phone is not to be trusted. */
const EARLY: Partial<Record<Ground, number>> = { unpromised: 20_000, tight: 4_000, full: 4_000, nothing: 4_000 };

export function newPen(form: FormForStay, spot: string): Pen {
  const written = signal<{ items: Items; audience: Audience } | null>(null);
  const now = computed(() => written.value ?? statements(form).get(spot) ?? { items: [], audience: isOwn(form) ? ("staff" as const) : ("all" as const) });
  const state = signal<PenState>("resting");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let copying: ReturnType<typeof setTimeout> | undefined;
  let kept = written.value;

  function copyEarly(): void {
    clearTimeout(copying);
    const pause = EARLY[ground.value];
    if (pause) copying = setTimeout(() => void leaveQuestion(form).catch(() => undefined), pause);
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    timer = undefined;
    const mine = written.value;
    if (mine === kept || !mine) return state.value !== "failed";
    try {
      await hold(form, spot, mine.items, mine.audience);
      kept = mine;
      if (written.value === mine) state.value = "kept";
      copyEarly();
      return true;
    } catch {
      state.value = "failed";
      return false;
    }
  }

  return {
    items: computed(() => now.value.items),
    audience: computed(() => now.value.audience),
    state,
    flush,
    write(items, audience = now.value.audience) {
      written.value = { items, audience };
      underPen.set(penOf(form, spot), items);
      turn();
      state.value = "writing";
      // Not put off by the next keystroke: who writes without a pause is kept on the way.
      timer ??= setTimeout(() => void flush(), PAUSE);
    },
  };
}

function lift(form: FormForStay, spot: string): void {
  if (underPen.delete(penOf(form, spot))) turned.value++;
}

/** The pen of a screen: laid down when the person leaves the question or puts the phone away. */
export function usePen(form: FormForStay, spot: string): Pen {
  const pen = useMemo(() => newPen(form, spot), [form.shared, spot]);
  useEffect(() => {
    // What could not become a version is still a draft, and drafts are kept.
    const layDown = async (): Promise<boolean> => {
      const kept = await pen.flush();
      if (kept) await leaveQuestion(form).catch(() => undefined);
      return kept;
    };
    const put = (): void => void layDown();
    const done = beforeLocking(layDown);
    const hidden = (): void => {
      if (document.visibilityState === "hidden") put();
    };
    document.addEventListener("visibilitychange", hidden);
    addEventListener("pagehide", put);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      removeEventListener("pagehide", put);
      done();
      void layDown().then((kept) => {
        if (kept) lift(form, spot);
      });
    };
  }, [pen]);
  return pen;
}
