import { useSignal } from "@preact/signals";
import { MEDIA, named } from "../../../domain/questionnaire/extensions.ts";
import type { Extension } from "../../../domain/questionnaire/resource.ts";
import { translated } from "../../../domain/questionnaire/texts.ts";
import { _, language } from "../../../i18n/index.ts";

/** Sound and sign-language films that an organisation has put beside a form or a question. Nothing is fetched before it is pressed. */
export function Media({ of }: { of: { readonly extension?: readonly Extension[] } }) {
  return (
    <>
      {named(of, MEDIA).map(({ extension = [] }, n) => (
        <One key={n} parts={extension} />
      ))}
    </>
  );
}

function One({ parts }: { parts: readonly Extension[] }) {
  const part = (url: string): Extension | undefined => parts.find((each) => each.url === url);
  const [file, text] = [part("file")?.valueUrl ?? "", part("text")];
  if (!file.startsWith("/content/media/")) return null;
  const film = part("kind")?.valueCode === "video";
  const label = translated(text?.valueString, text?._valueString, language.value) || (film ? _("A film") : _("Listen"));
  return <Player film={film} file={file} label={label} />;
}

/** Never begins by itself. */
export function Player({ film, file, label }: { film: boolean; file: string; label: string }) {
  const away = useSignal(false);
  const player = { controls: true, preload: "none" as const, src: file, "aria-label": label, onError: () => void (away.value = true) };
  return (
    <figure class="stack tight media">
      {film ? <video {...player} playsInline /> : <audio {...player} />}
      <figcaption class="quiet">{away.value ? _("It comes when there is a network.") : label}</figcaption>
    </figure>
  );
}
