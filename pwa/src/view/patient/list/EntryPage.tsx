import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Entry } from "../../../domain/entry.ts";
import { _ } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import { NotSaved, Saved } from "../form/Saved.tsx";
import { Page } from "../Page.tsx";
import { go } from "../route.ts";
import { Urgent } from "../Urgent.tsx";
import { remove } from "./Removed.tsx";
import { useTry } from "./useTry.ts";
import type { Writing } from "./useWriting.ts";

interface Frame<E extends Entry> {
  heading: string;
  /** The part of the list that it belongs to. */
  to: "questions" | "medicines" | "calls";
  back: string;
  pen: Writing<E>;
  /** Empty: it is new. */
  document: string;
  /** How it is named when it is removed. */
  words: string;
  faults: readonly string[];
  /** What has to be written before it can stand on the list. */
  missing: string;
  change?: Partial<E>;
  children: ComponentChildren;
}

/** One entry being written: what is typed is kept at once, and stands on the list when the person says so. */
export function EntryPage<E extends Entry>({ heading, to, back, pen, document, words, faults, missing, change, children }: Frame<E>) {
  const asked = useSignal(false);
  const trying = useTry();
  const list = `/p/list/${to}`;
  async function save(): Promise<void> {
    asked.value = true;
    if (missing || faults.some(Boolean)) return;
    if (!pen.begun) return go(list);
    if (!(await pen.save(change))) return;
    announce(_("It stands on the list."));
    go(list);
  }
  const discard = async (): Promise<void> => {
    await pen.discard();
    go(list);
  };
  return (
    <Page
      heading={heading}
      back={{ href: list, words: back }}
      status={<Saved state={pen.state} />}
      foot={<Button onClick={() => void save()}>{document ? _("Save") : _("Put it on the list")}</Button>}
    >
      <NotSaved state={pen.state} />
      {trying.state === "failed" && <NotSaved state="failed" />}
      {pen.begun && pen.state === "resting" && <p class="notice">{_("You began to write here earlier. It is not on the list yet.")}</p>}
      {children}
      <div role="alert">{asked.value && missing && <p class="fault">{missing}</p>}</div>
      <div class="stack tight">
        {pen.begun && (
          <Button wide kind="plain" onClick={() => void trying.run(discard)}>
            {document ? _("Leave it as it was") : _("Do not put it on the list")}
          </Button>
        )}
        {document && (
          <Button
            wide
            kind="plain"
            icon="trash"
            onClick={() =>
              void trying.run(async () => {
                await remove(document, words);
                go(list);
              })
            }
          >
            {_("Remove it from the list")}
          </Button>
        )}
      </div>
      <Urgent />
    </Page>
  );
}
