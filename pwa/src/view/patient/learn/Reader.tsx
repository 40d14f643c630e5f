import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Module } from "../../../domain/module.ts";
import type { TeachBack } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { keepProgress, progress } from "../../../store/marks.ts";
import { shares } from "../../../store/sharing.ts";
import { Button } from "../../parts/Button.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Page } from "../Page.tsx";
import { TextSize } from "../TextSize.tsx";
import { Sources } from "./Sources.tsx";
import { Telling } from "./Telling.tsx";

/** One idea a screen, then a talk about it. Where one was is kept. */
export function Reader({ module, at }: { module: Module; at: Signal<number>; hasEasy: boolean }) {
  const before = progress(module.id);
  const known = before && !before.finished && before.moduleVersion === module.version ? (before.step ?? 0) : 0;
  const furthest = useRef({ step: known, finished: before?.finished ?? false });
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
    // The way through is kept when the reader leaves: radio is dear.
    return () => {
      const { step, finished } = furthest.current;
      if (!finished && step > known) void keep(step, false);
    };
  }, []);

  function move(to: number): void {
    at.value = to;
    furthest.current.step = Math.max(furthest.current.step, to);
    scrollTo(0, 0);
  }

  const step = module.steps[at.value];
  if (!step) {
    return (
      <Telling
        module={module}
        onBack={() => move(module.steps.length - 1)}
        onTold={(told, jotting) => {
          furthest.current.finished = true;
          return keep(module.steps.length, true, told, jotting);
        }}
      />
    );
  }
  return (
    <Page
      heading={step.title}
      above={
        <>
          <progress max={module.steps.length} value={at.value + 1} aria-hidden="true" />
          <p class="quiet">
            {_("{title}, {at} of {of}", { title: module.title, at: at.value + 1, of: module.steps.length })}
          </p>
        </>
      }
      back={{ href: "/p/learn", words: _("Learn") }}
    >
      {module.draft && <Draft />}
      {/* Made safe by the server when the module was read in. */}
      <div class="reading stack" lang={module.language} dangerouslySetInnerHTML={{ __html: step.html }} />
      <div class="stack tight">
        <Button wide onClick={() => move(at.value + 1)}>
          {_("Next")}
        </Button>
        {at.value > 0 && (
          <Button wide kind="plain" onClick={() => move(at.value - 1)}>
            {_("Back")}
          </Button>
        )}
      </div>
      {shares("list") && (
        <a class="button plain left" href={`/p/list/questions/about/${module.id}`}>
          {_("Ask about this on the round")}
        </a>
      )}
      <TextSize />
      <Sources module={module} />
    </Page>
  );
}

function Draft() {
  return (
    <p class="notice">
      <span>
        <Icon name="pencil" /> {_("This is a draft. No health professional has checked it yet. Ask us if you wonder about something.")}
      </span>
    </p>
  );
}
