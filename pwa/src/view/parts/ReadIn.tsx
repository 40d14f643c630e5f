import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { CannotRead, type RescueCopy, type RescueFault, unlocked } from "../../domain/rescue.ts";
import { asTyped, HOW_MANY, unknownWords } from "../../domain/words.ts";
import { _ } from "../../i18n/index.ts";
import { Button } from "./Button.tsx";
import { WordsField } from "./Field.tsx";
import { Icon } from "./Icon.tsx";

interface Asked {
  onCopy: (copy: RescueCopy) => Promise<string>;
  kind?: "main" | "second";
}

/** A rescue copy and its words. `onCopy` takes in what the file holds, and gives a sentence on how that went. */
export function ReadIn({ onCopy, kind = "main" }: Asked) {
  const id = useId();
  const file = useSignal<File | null>(null);
  const words = useSignal("");
  const busy = useSignal(false);
  const fault = useSignal("");
  const done = useSignal("");

  async function read(event: Event): Promise<void> {
    event.preventDefault();
    if (busy.value) return;
    done.value = "";
    fault.value = missing(file.value, words.value);
    if (fault.value || !file.value) return;
    busy.value = true;
    try {
      done.value = await onCopy(await unlocked(await file.value.text(), words.value));
    } catch (error) {
      fault.value = error instanceof CannotRead ? why(error.fault, words.value) : _("This did not work. Try once more.");
    }
    busy.value = false;
  }

  return (
    <form class="stack" onSubmit={(event) => void read(event)}>
      <div>
        <label class="label" for={id}>
          {_("The file")}
        </label>
        <input
          id={id}
          class="field"
          type="file"
          accept=".json,application/json"
          onChange={(event) => (file.value = event.currentTarget.files?.[0] ?? null)}
        />
      </div>
      <WordsField
        label={_("The five words")}
        hint={_("With a space between them. Capital letters do not matter.")}
        rows={2}
        value={words.value}
        onValue={(value) => (words.value = value)}
      />
      <Button wide kind={kind} type="submit" aria-disabled={busy.value}>
        {busy.value ? _("Reading …") : _("Read in")}
      </Button>
      <div role="alert">
        {fault.value && (
          <p class="notice">
            <span>
              <Icon name="alert" /> {fault.value}
            </span>
          </p>
        )}
      </div>
      <div role="status">{done.value && <p class="notice">{done.value}</p>}</div>
    </form>
  );
}

function missing(file: File | null, words: string): string {
  if (!file) return _("Choose the file first.");
  return asTyped(words).length === HOW_MANY ? "" : _("Write all five words.");
}

function why(fault: RescueFault, words: string): string {
  const [strange] = unknownWords(words);
  switch (fault) {
    case "wrong-words":
      return strange
        ? _("The words do not fit the file. “{word}” is none of our words: look at it once more.", { word: strange })
        : _("The words do not fit the file. Look at the paper once more, and at the order.");
    case "newer":
      return _("This file was made by a newer Viktig. Open the app anew, and try again.");
    case "broken":
      return _("The file is damaged, and cannot be read. Make a new one if the phone still has it.");
    case "foreign":
      return _("This is no rescue copy from Viktig. Choose another file.");
  }
}
