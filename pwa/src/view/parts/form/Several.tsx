import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useId } from "preact/hooks";
import { mostTimes } from "../../../domain/questionnaire/extensions.ts";
import type { Answer } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Button } from "../Button.tsx";
import type { Asked } from "./asked.ts";

/** Several answers to one question, a field each. An empty one at the end is no answer yet. */
export function Several({ one: One, ...asked }: Asked & { one: ComponentType<Asked> }) {
  const { node, answer, label, onAnswer } = asked;
  const most = mostTimes(node.item);
  /** What stands in each row; a row without an answer is null. */
  const rows = useSignal<readonly (Answer | null)[]>(answer.length > 0 ? answer : [null]);
  const base = useId();
  const said = rows.value.flatMap((row) => row ?? []);
  useEffect(() => {
    // Written elsewhere: another tab, or taken back.
    if (JSON.stringify(said) !== JSON.stringify(answer)) rows.value = answer.length > 0 ? answer : [null];
  }, [JSON.stringify(answer)]);
  const write = (next: readonly (Answer | null)[]): void => {
    rows.value = next.length > 0 ? next : [null];
    onAnswer(next.flatMap((row) => row ?? []));
  };
  return (
    <div class="stack tight" role="group" aria-label={label}>
      {rows.value.map((row, n) => (
        <div class="row nowrap" key={n}>
          <div class="grows">
            <One
              {...asked}
              id={n === 0 && asked.id ? asked.id : `${base}-${n}`}
              label={_("{name}, number {n}", { name: label, n: n + 1 })}
              answer={row ? [row] : []}
              onAnswer={(next) => write(rows.value.map((each, place) => (place === n ? (next[0] ?? null) : each)))}
            />
          </div>
          {rows.value.length > 1 && (
            <Button kind="plain" aria-label={`${_("Remove")}: ${_("{name}, number {n}", { name: label, n: n + 1 })}`} onClick={() => write(rows.value.filter((_row, place) => place !== n))}>
              {_("Remove")}
            </Button>
          )}
        </div>
      ))}
      {rows.value.length < most && rows.value.at(-1) && (
        <Button kind="plain" icon="plus" onClick={() => (rows.value = [...rows.value, null])}>
          {_("One more")}
        </Button>
      )}
    </div>
  );
}
