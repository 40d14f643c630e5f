import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { formOf } from "../../domain/questionnaire/form.ts";
import { response } from "../../domain/questionnaire/nested.ts";
import { title } from "../../domain/questionnaire/texts.ts";
import type { ResponseItem } from "../../domain/wire.ts";
import type { Told } from "./Alone.tsx";
import type { Written } from "./written.ts";

const WIDTHS = [
  { name: "Phone", width: 360 },
  { name: "Desktop", width: 960 },
] as const;

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
        <div role="group" aria-label="Language">
          {languages.map((tag) => (
            <button key={tag} type="button" aria-pressed={tag === language.value} onClick={() => (language.value = tag)}>
              {tag}
            </button>
          ))}
        </div>
      </header>
      <Findings found={found} />
      {form && (
        <div class="sides">
          {WIDTHS.map((one) => (
            <figure key={one.name}>
              <figcaption>
                {one.name}, {one.width} px
              </figcaption>
              <iframe title={`${one.name}, ${one.width} px`} src={`/preview/form#${language.value}`} width={one.width} height={740} />
            </figure>
          ))}
          <figure>
            <figcaption>The response, FHIR R4</figcaption>
            <pre tabIndex={0}>{fhir(written, items.value, language.value)}</pre>
          </figure>
        </div>
      )}
    </main>
  );
}

function Findings({ found }: Pick<Written, "found">) {
  if (found.length === 0) return <p>Nothing to remark: it will be as it is written.</p>;
  return (
    <ul class="found">
      {found.map(({ weight, linkId, says }, n) => (
        <li key={n} class={weight}>
          <b>{weight}</b> {linkId || "(the form)"}: {says}
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
