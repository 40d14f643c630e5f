import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Module, ModuleEntry } from "../../../domain/module.ts";
import type { TeachBack } from "../../../domain/wire.ts";
import { keepProgress, progress } from "../../../store/marks.ts";
import { go } from "../route.ts";
import { useLayingDown } from "../useLayingDown.ts";
import { AskAbout } from "./AskAbout.tsx";
import { Finished } from "./Finished.tsx";
import { Screen } from "./Screen.tsx";
import { Telling } from "./Telling.tsx";

/** After the talk. */
export const END = Number.POSITIVE_INFINITY;

/** One idea a screen, then a talk about it. Where one was is kept. */
export function Reader({ module, at, entry }: { module: Module; at: Signal<number>; entry: ModuleEntry }) {
  const before = progress(module.id);
  const known = before && !before.finished && before.moduleVersion === module.version ? (before.step ?? 0) : 0;
  // A page that was closed at once may have had no time to keep how far one was. An address that leads into the middle,
  // to what was searched for, is no reading up to there.
  const furthest = useRef({ step: Math.max(known, readTo()), kept: known, finished: before?.finished ?? false });
  const asking = useSignal(false);
  const keep = (step: number, finished: boolean, teachBack?: TeachBack, jotting?: string): Promise<void> =>
    keepProgress(
      {
        module: module.id,
        moduleVersion: module.version,
        language: module.language,
        step,
        ...(finished && { finished }),
        ...(teachBack && { teachBack }),
      },
      jotting,
    );

  useEffect(() => {
    if (!before) void keep(0, false);
  }, []);
  // The way through is kept when the reader leaves, also by closing the page: radio is dear.
  useLayingDown(async () => {
    const { step, kept, finished } = furthest.current;
    if (finished || step <= kept || progress(module.id)?.finished) return true;
    furthest.current.kept = step;
    return keep(step, false).then(
      () => true,
      () => {
        furthest.current.kept = kept;
        return false;
      },
    );
  }, module);

  // The address says where one is: a page that is loaded anew, or unlocked, comes back to it.
  function move(to: number): void {
    at.value = to;
    if (to !== END) furthest.current.step = Math.max(furthest.current.step, to);
    go(`/p/learn/${module.id}/${to === END ? "end" : to + 1}`, { replace: true, beside: { readTo: furthest.current.step } });
  }
  const ask = (open: boolean): void => {
    asking.value = open;
    scrollTo(0, 0);
  };

  if (at.value === END || (at.value >= module.steps.length && !module.teachBack)) return <Finished module={module} />;
  if (!module.steps[at.value]) {
    return (
      <Telling
        module={module}
        onBack={() => move(module.steps.length - 1)}
        onTold={(told, jotting) => {
          furthest.current.finished = true;
          return keep(module.steps.length, true, told, jotting);
        }}
        onEnd={() => move(END)}
      />
    );
  }
  if (asking.value) return <AskAbout module={module} at={at.value} onBack={() => ask(false)} />;
  return <Screen module={module} at={at.value} entry={entry} onMove={move} onAsk={() => ask(true)} />;
}

function readTo(): number {
  const { readTo = 0 } = (history.state ?? {}) as { readTo?: number };
  return readTo;
}
