import type { EntryKind } from "../../../domain/entry.ts";
import { _, ngettext } from "../../../i18n/index.ts";
import { before, takeAlong } from "../../../store/entries.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import { NotSaved } from "../form/Saved.tsx";
import { useTry } from "./useTry.ts";

/** What stood on the list the last time somebody was here, to be taken along into this stay. */
export function Earlier({ kind }: { kind: EntryKind }) {
  const trying = useTry();
  const found = before(kind);
  if (found.length === 0) return null;
  const take = () =>
    trying.run(async () => {
      await takeAlong(found);
      announce(_("It stands on the list."));
    });
  return (
    <div class="notice">
      <p>{ngettext("There is {n} from your last stay.", "There are {n} from your last stay.", found.length)}</p>
      {trying.state === "failed" && <NotSaved state="failed" />}
      <Button kind="second" wide onClick={() => void take()}>
        {_("Put them on the list now, too")}
      </Button>
    </div>
  );
}
