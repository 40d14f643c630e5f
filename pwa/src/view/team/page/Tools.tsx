import { useSignal } from "@preact/signals";
import type { PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import { asText } from "./asText.ts";
import { CopyText } from "./CopyText.tsx";
import { More } from "./More.tsx";
import type { Said } from "./statements.ts";

/** What is done with the page as a whole. */
export function Tools({ page, said }: { page: PatientPage; said: readonly Said[] }) {
  const byHand = useSignal(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(asText(page, said));
      announce(_("Copied as text."));
    } catch {
      byHand.value = true;
    }
  };
  return (
    <div class="row tools no-print">
      {said.length + (page.entries ?? []).length > 0 && (
        <Button kind="plain" icon="copy" onClick={copy}>
          {_("Copy as text")}
        </Button>
      )}
      <Button kind="plain" icon="print" onClick={() => window.print()}>
        {_("Print")}
      </Button>
      <More page={page} />
      {byHand.value && <CopyText text={asText(page, said)} onClose={() => (byHand.value = false)} />}
    </div>
  );
}
