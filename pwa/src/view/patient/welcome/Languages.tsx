import { useSignal } from "@preact/signals";
import { _, isLanguage, language, LANGUAGES, type Language, setLanguage } from "../../../i18n/index.ts";
import { set } from "../../../store/device.ts";
import { Button } from "../../parts/Button.tsx";
import { Page } from "../Page.tsx";

const ALL = Object.keys(LANGUAGES).filter(isLanguage);

export async function speak(chosen: Language): Promise<boolean> {
  const done = await setLanguage(chosen);
  if (done) await set({ language: chosen });
  return done;
}

/** The first thing that is asked, and asked in each language itself. */
export function Languages({ onChosen }: { onChosen: () => void }) {
  return (
    <Page heading={_("Which language do you want?")}>
      <div class="stack tight">
        {ALL.map((tag) => (
          <Button
            key={tag}
            kind={tag === language.value ? "main" : "second"}
            wide
            lang={tag}
            onClick={() => void speak(tag).then((done) => done && onChosen())}
          >
            {LANGUAGES[tag].name}
          </Button>
        ))}
      </div>
    </Page>
  );
}

/** The same choice in one line, for screens where it is not the question. */
export function LanguageRow() {
  const failed = useSignal(false);
  return (
    <div class="stack tight">
      <div class="row" role="group" aria-label={_("Language")}>
        {ALL.map((tag) => (
          <Button
            key={tag}
            kind="second"
            lang={tag}
            aria-pressed={tag === language.value}
            onClick={() => void speak(tag).then((done) => (failed.value = !done))}
          >
            {LANGUAGES[tag].name}
          </Button>
        ))}
      </div>
      <div role="status">{failed.value && <p class="quiet">{_("This language can be had when there is a network.")}</p>}</div>
    </div>
  );
}
