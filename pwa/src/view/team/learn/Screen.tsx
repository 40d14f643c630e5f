import { useSignal } from "@preact/signals";
import type { Module } from "../../../domain/module.ts";

/** One screen's text. A word that the glossary knows opens below it. */
export function Screen({ module, html }: { module: Module; html: string }) {
  const { terms = [] } = module;
  const asked = useSignal("");
  const term = terms.find(({ id }) => id === asked.value);
  const open = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest("a.term") : null;
    if (!link) return;
    event.preventDefault();
    asked.value = (link.getAttribute("href") ?? "").replace("#word-", "");
  };
  return (
    <>
      {/* Made safe by the server when the module was read in. */}
      <div class="reading stack" lang={module.language} onClick={open} dangerouslySetInnerHTML={{ __html: html }} />
      <div role="status" lang={module.language}>
        {term && (
          <p class="notice">
            <span>
              <b>{term.word}</b>: {term.means}
            </span>
          </p>
        )}
      </div>
    </>
  );
}
