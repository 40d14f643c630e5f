import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Module, type ModuleEntry, spoken } from "../../../domain/module.ts";
import type { StaffReading } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import type { Fault } from "../../../sync/api.ts";
import { Button } from "../../parts/Button.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Problem } from "../../parts/Problem.tsx";
import * as api from "../api.ts";
import * as content from "../content.ts";
import { NotSaved } from "../parts/NotSaved.tsx";
import { faultOf } from "../saving.ts";
import { AskedBack } from "./AskedBack.tsx";
import { Screen } from "./Screen.tsx";

interface Read {
  entry: ModuleEntry;
  /** The list of all. */
  back: string;
  mark: StaffReading | undefined;
  onMarks: (readings: readonly StaffReading[]) => void;
}

/** One idea a screen, then the questions. It goes on where one was. */
export function Lesson({ entry, back, mark, onMarks }: Read) {
  const module = useSignal<Module | null>(null);
  const fault = useSignal<Fault | "">("");
  const path = spoken(entry, language.value)?.path ?? "";
  const load = (): void => {
    fault.value = "";
    content.module(path).then(
      (found) => (module.value = found),
      (problem: unknown) => (fault.value = faultOf(problem)),
    );
  };
  useEffect(load, [path]);
  return (
    <>
      <p class="no-print">
        <a href={back}>{_("All of them")}</a>
      </p>
      {fault.value && <h1>{spoken(entry, language.value)?.title}</h1>}
      <Problem slug={fault.value} />
      {fault.value && <Button onClick={load}>{_("Try again")}</Button>}
      {module.value && <Through module={module.value} mark={mark} onMarks={onMarks} back={back} />}
    </>
  );
}

function Through({ module, mark, onMarks, back }: Omit<Read, "entry"> & { module: Module }) {
  const { steps, teachBack } = module;
  const questions = teachBack?.questions ?? [];
  const last = steps.length + questions.length;
  const known = mark && !mark.finished && mark.moduleVersion === module.version ? (mark.step ?? 0) : 0;
  const at = useSignal(Math.min(known, last));
  const fault = useSignal<Fault | "">("");
  const heading = useRef<HTMLHeadingElement>(null);

  const keep = (step: number): void => {
    fault.value = "";
    const { version: moduleVersion, language } = module;
    api.readSoFar(module.id, { moduleVersion, language, step, finished: step >= last }).then(
      ({ readings = [] }) => onMarks(readings),
      (problem: unknown) => (fault.value = faultOf(problem)),
    );
  };
  useEffect(() => {
    if (!mark) keep(0);
  }, []);
  const move = (to: number): void => {
    at.value = to;
    keep(to);
    scrollTo(0, 0);
    heading.current?.focus();
  };

  const step = steps[at.value];
  const question = questions[at.value - steps.length];
  const on = (): void => move(at.value + 1);
  return (
    <>
      {at.value < last && (
        <>
          <progress max={last} value={at.value + 1} aria-hidden="true" />
          <p class="quiet">{_("{title}, {at} of {of}", { title: module.title, at: at.value + 1, of: last })}</p>
        </>
      )}
      <h1 ref={heading} tabIndex={-1} lang={at.value < last ? module.language : undefined}>
        {step?.title ?? question?.text ?? _("You have read it to the end")}
      </h1>
      {step && <Screen key={at.value} module={module} html={step.html} />}
      {question && <AskedBack key={at.value} question={question} lang={module.language} />}
      {!step && !question && <End module={module} back={back} />}
      {at.value < last && (
        <div class="row">
          <Button onClick={on}>{_("Next")}</Button>
          {at.value > 0 && (
            <Button kind="plain" onClick={() => move(at.value - 1)}>
              {_("Back")}
            </Button>
          )}
        </div>
      )}
      <NotSaved fault={fault.value} />
      {module.draft && at.value < last && (
        <p class="notice">
          <span>
            <Icon name="pencil" /> {_("This is a draft. No health professional has reviewed it yet.")}
          </span>
        </p>
      )}
    </>
  );
}

function End({ module: { sources = [] }, back }: { module: Module; back: string }) {
  return (
    <>
      <p>{_("You can read it again whenever you want.")}</p>
      {sources.length > 0 && (
        <>
          <h2>{_("Where does this come from?")}</h2>
          <ul>
            {sources.map(({ name, publisher }) => (
              <li key={name}>{publisher ? _("{name} ({publisher})", { name, publisher }) : name}</li>
            ))}
          </ul>
        </>
      )}
      <a class="button main" href={back}>
        {_("All of them")}
      </a>
    </>
  );
}
