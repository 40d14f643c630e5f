import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useId, useLayoutEffect, useMemo } from "preact/hooks";
import type { Module, Term } from "../../../domain/module.ts";
import { _ } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import { blocks, TERM, termOf } from "./blocks.ts";

interface Opened {
  readonly block: number;
  readonly word: HTMLElement;
  readonly term: Term;
}

/**
 * What stands on a screen. A word that is explained opens its explanation below the paragraph, by tap, Enter or Space
 * (the pattern is a disclosure); Escape and Close take it away again, and lead back to the word.
 */
export function Reading({ module, html, room }: { module: Module; html: string; room: RefObject<HTMLDivElement | null> }) {
  const all = useMemo(() => blocks(html, module.terms ?? []), [html, module]);
  const opened = useSignal<Opened | null>(null);
  const id = useId();
  useLayoutEffect(() => void (opened.value = null), [html]);
  useLayoutEffect(() => {
    for (const word of room.current?.querySelectorAll(TERM) ?? []) {
      const open = opened.value?.word === word;
      word.setAttribute("aria-expanded", String(open));
      if (open) word.setAttribute("aria-controls", id);
      else word.removeAttribute("aria-controls");
    }
  }, [opened.value]);

  function press(event: Event, block: number): void {
    const word = event.target instanceof Element ? event.target.closest<HTMLElement>(TERM) : null;
    const term = word && module.terms?.find((each) => each.id === termOf(word));
    if (!word || !term) return;
    event.preventDefault();
    const again = opened.value?.word === word;
    opened.value = again ? null : { block, word, term };
    if (!again) announce(`${term.word}: ${term.means}`);
  }
  function close(): void {
    opened.value?.word.focus();
    opened.value = null;
  }
  const now = opened.value;
  return (
    <div class="reading stack" lang={module.language} ref={room} onKeyDown={({ key }) => key === "Escape" && close()}>
      {all.map((block, n) => (
        <div class="stack tight" key={`${n} ${block.html}`} onClick={(event) => press(event, n)} onKeyDown={(event) => event.key === " " && press(event, n)}>
          {/* Made safe by the server when the module was read in. */}
          <div data-text dangerouslySetInnerHTML={{ __html: block.html }} />
          {now?.block === n && (
            <div class="notice" id={id}>
              <p>
                <b>{now.term.word}:</b> {now.term.means}
              </p>
              <Button kind="plain" icon="close" onClick={close}>
                {_("Close")}
              </Button>
            </div>
          )}
        </div>
      ))}
    </div>
  );
}
