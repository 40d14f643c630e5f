import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { locked, type RescueCopy } from "../../../domain/rescue.ts";
import { drawn } from "../../../domain/words.ts";
import { _, language, ngettext } from "../../../i18n/index.ts";
import { here, rooms } from "../../../store/here.ts";
import { ownCopy, takeBack, unsentCopy } from "../../../store/rescue.ts";
import { syncNow } from "../../../sync/sync.ts";
import { Button } from "../../parts/Button.tsx";
import { ReadIn } from "../../parts/ReadIn.tsx";
import { Page } from "../Page.tsx";
import { CallUs } from "../Urgent.tsx";
import { onlyHere } from "./waiting.ts";
import "./unsent.css";

/** All that has not been received as a file in the person's hands; and the way back in. */
export function Rescue() {
  const waits = onlyHere() > 0;
  return (
    <Page heading={_("Rescue copy")} back={{ href: "/p/me", words: _("Me") }}>
      {waits ? <Make /> : <p>{_("Everything has been received. There is nothing to rescue.")}</p>}
      <details class="examples">
        <summary>{_("Read in a rescue copy")}</summary>
        <div class="stack">
          <p>{_("If you made one on another phone, it can go on from here.")}</p>
          <ReadIn kind="second" onCopy={taken} />
        </div>
      </details>
    </Page>
  );
}

/** Made ready before the press: a phone lets a page share a file only right after one. */
function Make() {
  const words = useMemo(() => drawn(language.value), []);
  const made = useSignal<File | null>(null);
  const saved = useSignal(false);
  const failed = useSignal(false);
  const [outbox, drafts] = [rooms.outbox.value, rooms.drafts.value];
  useEffect(() => {
    let wanted = true;
    made.value = null;
    void packed(words).then(
      (file) => wanted && (made.value = file),
      () => wanted && (failed.value = true),
    );
    return () => void (wanted = false);
  }, [outbox, drafts]);

  async function press(): Promise<void> {
    if (made.value) saved.value = await handOver(made.value);
  }

  return (
    <>
      <p>{_("A rescue copy is a file with what has not been received yet. It is locked with five words.")}</p>
      <section class="stack tight" aria-labelledby="rescue-words">
        <h2 id="rescue-words">{_("1. Write these words on paper")}</h2>
        <ol class="rescue-words">
          {words.map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ol>
        <p class="quiet">{_("Without the words nobody can open the file, and neither can we. Keep the two apart.")}</p>
      </section>
      <section class="stack tight">
        <h2>{_("2. Keep the file")}</h2>
        <Button wide icon="download" aria-disabled={!made.value} onClick={press}>
          {made.value ? _("Keep the file") : _("Just a moment …")}
        </Button>
        {made.value && <p class="quiet">{ngettext("{n} thing lies in it.", "{n} things lie in it.", onlyHere())}</p>}
        <div role="status">
          {saved.value && (
            <p class="notice">
              {_("Give the file and the words to those who look after you. Or read it in on another phone: Me, Rescue copy.")}
            </p>
          )}
        </div>
        <div role="alert">
          {failed.value && (
            <div class="notice strong stack">
              <p>{_("The copy could not be made. Write it on paper, or call us and tell it.")}</p>
              <CallUs />
            </div>
          )}
        </div>
      </section>
    </>
  );
}

async function packed(words: readonly string[]): Promise<File> {
  const copy = await unsentCopy();
  const name = `viktig-rescue-${copy.made.slice(0, 10)}.json`;
  return new File([await locked(copy, words)], name, { type: "application/json" });
}

/** To another app where the phone offers that, else among what has been downloaded. False when the person thought better of it. */
async function handOver(file: File): Promise<boolean> {
  if (navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      return true;
    } catch (error) {
      if ((error as Error).name === "AbortError") return false;
    }
  }
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href: address, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return true;
}

async function taken(copy: RescueCopy): Promise<string> {
  if (!ownCopy(copy)) {
    return here.value?.person.role === "related"
      ? _("This copy was made under another code. Those who look after the patient can read it in.")
      : _("This copy was made by somebody else. Those who look after you can read it in.");
  }
  const n = await takeBack(copy);
  if (n === 0) return _("All of it is here already.");
  void syncNow();
  return ngettext("{n} thing was read in, and is sent by itself.", "{n} things were read in, and are sent by themselves.", n);
}
