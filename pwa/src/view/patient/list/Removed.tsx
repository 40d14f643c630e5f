import { signal } from "@preact/signals";
import { _ } from "../../../i18n/index.ts";
import { mark } from "../../../store/entries.ts";
import { onLeave } from "../../../store/here.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import { NotSaved } from "../form/Saved.tsx";
import { useTry } from "./useTry.ts";

/** What was removed last: it can be brought back until the next is, or the phone changes hands. */
const last = signal<{ readonly document: string; readonly words: string } | null>(null);
onLeave(() => void (last.value = null));

export async function remove(document: string, words: string): Promise<void> {
  await mark(document, { removed: true });
  last.value = { document, words };
  announce(_("Removed."));
}

export function Removed() {
  const trying = useTry();
  const gone = last.value;
  const undo = () =>
    trying.run(async () => {
      if (gone) await mark(gone.document, { removed: false });
      last.value = null;
      announce(_("It is back on the list."));
    });
  return (
    <>
      {trying.state === "failed" && <NotSaved state="failed" />}
      {gone && (
        <div class="notice row apart">
          <span>{_("Removed: {what}", { what: gone.words })}</span>
          <Button kind="second" onClick={undo}>
            {_("Undo")}
          </Button>
        </div>
      )}
    </>
  );
}
