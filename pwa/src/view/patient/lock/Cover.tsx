import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import { leaveQuickly, uncover } from "./cover.ts";

/** Stands before everything else, and tells nothing. */
export function Cover() {
  return (
    <main class="cover stack">
      <h1>{_("Hidden")}</h1>
      <p>{_("What you wrote is kept. Nobody sees it here now.")}</p>
      <Button wide onClick={uncover}>
        {_("Show again")}
      </Button>
      <LeaveQuickly />
    </main>
  );
}

export function LeaveQuickly() {
  return (
    <Button wide kind="plain" icon="exit" onClick={leaveQuickly}>
      {_("Go to the weather")}
    </Button>
  );
}
