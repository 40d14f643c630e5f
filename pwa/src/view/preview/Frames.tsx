import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { formOf } from "../../domain/questionnaire/form.ts";
import { response } from "../../domain/questionnaire/nested.ts";
import { title } from "../../domain/questionnaire/texts.ts";
import type { ResponseItem } from "../../domain/wire.ts";
import { _ } from "../../i18n/index.ts";
import type { Told } from "./Alone.tsx";
import { PSEUDO } from "./pseudo.ts";
import type { Written } from "./written.ts";

const widths = () => [
  { told: _("As on a phone, {n} pixels", { n: 360 }), width: 360 },
  { told: _("As on a desktop, {n} pixels", { n: 960 }), width: 960 },
];

/** The form on a phone and on a desktop, in each language it has, with what is found in it and the answers as FHIR. */
export function Frames({ written }: { written: Written }) {
  const { form, languages, found, name } = written;
  const language = useSignal(languages[0] ?? "");
  const items = useSignal<readonly ResponseItem[]>([]);
  useEffect(() => {
    const heard = ({ data, origin, source }: MessageEvent<Told>): void => {
      if (origin !== location.origin || !Array.isArray(data.items)) return;
      items.value = data.items;
      // What is answered in one frame is answered in the other.
      for (const frame of document.querySelectorAll("iframe")) if (frame.contentWindow !== source) frame.contentWindow?.postMessage(data, location.origin);
    };
    addEventListener("message", heard);
    return () => removeEventListener("message", heard);
  }, []);
  return (
    <main class="preview">
      <header>
        <h1>{(form && title(form, language.value)) || name}</h1>
        <div role="group" aria-label={_("Language")}>
          {languages.map((tag) => (
            <button key={tag} type="button" aria-pressed={tag === language.value} onClick={() => (language.value = tag)}>
              {tag === PSEUDO ? _("Pseudo, right to left") : tag}
            </button>
          ))}
        </div>
      </header>
      <Findings found={found} />
      {form && (
        <div class="sides">
          {widths().map(({ told, width }) => (
            <figure key={width}>
              <figcaption>{told}</figcaption>
              <iframe title={told} src={`/preview/form#${language.value}`} width={width} height={740} />
            </figure>
          ))}
          <figure>
            <figcaption>{_("The response, FHIR R4")}</figcaption>
            <pre tabIndex={0}>{fhir(written, items.value, language.value)}</pre>
          </figure>
        </div>
      )}
    </main>
  );
}

function Findings({ found }: Pick<Written, "found">) {
  if (found.length === 0) return <p>{_("Nothing to remark: it will be as it is written.")}</p>;
  return (
    <ul class="found">
      {found.map(({ weight, linkId, says }, n) => (
        <li key={n} class={weight}>
          <b>{weight}</b> {linkId || _("(the form)")}: {says}
        </li>
      ))}
    </ul>
  );
}

function fhir({ form }: Written, items: readonly ResponseItem[], language: string): string {
  if (!form) return "";
  const about = { questionnaire: `${form.url}|${form.version}`, status: "in-progress", language };
  return JSON.stringify(response(formOf(form), items, about), null, 1);
}
