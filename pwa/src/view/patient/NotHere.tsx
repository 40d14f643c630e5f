import { _ } from "../../i18n/index.ts";
import { Button } from "../parts/Button.tsx";
import { Page } from "./Page.tsx";
import { CallUs } from "./Urgent.tsx";

/** A page whose file could not be fetched. */
export function NotHere({ again }: { again: () => void }) {
  return (
    <Page heading={_("This page is not on the phone yet")}>
      <p>{_("It comes when there is a network.")}</p>
      <Button onClick={again}>{_("Try again")}</Button>
      <CallUs />
    </Page>
  );
}
