import type { Module } from "../../../domain/module.ts";
import { _ } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { dateWords } from "../list/asText.ts";
import { now } from "../now.ts";
import { draftWords, Tried } from "./Sources.tsx";

/** The whole module as a leaflet in large type. Whose it is stands nowhere: it may be left lying. */
export function Paper({ module }: { module: Module }) {
  const { title, language, steps, terms = [] } = module;
  const unit = stay.value?.unit;
  const draft = draftWords(module);
  return (
    <article class="leaflet" aria-hidden="true">
      <p>{[unit?.name, dateWords(now.value)].filter(Boolean).join(" · ")}</p>
      <h2 lang={language}>{title}</h2>
      {draft && <p class="framed">{draft}</p>}
      {steps.map((step) => (
        <section key={step.title} lang={language}>
          <h3>{step.title}</h3>
          <div class="stack tight" dangerouslySetInnerHTML={{ __html: step.html }} />
        </section>
      ))}
      {unit?.phone && <p class="framed">{_("Call {unit}: {phone}", { unit: unit.name, phone: unit.phone })}</p>}
      {terms.length > 0 && (
        <dl lang={language}>
          {terms.map(({ id, word, means }) => (
            <div key={id}>
              <dt>{word}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      )}
      <footer>
        <p>{_("Where does this come from?")}</p>
        <Tried module={module} />
      </footer>
    </article>
  );
}
