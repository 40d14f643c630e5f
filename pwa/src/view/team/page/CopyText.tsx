import { _ } from "../../../i18n/index.ts";
import { Dialog } from "../parts/Dialog.tsx";

/** Where the browser does not let us reach the clipboard: the text stands here to be taken by hand. */
export function CopyText({ text, onClose }: { text: string; onClose: () => void }) {
  return (
    <Dialog title={_("Copy as text")} onClose={onClose} wide>
      <textarea
        class="field plain-text"
        readOnly
        aria-label={_("The page as text")}
        rows={16}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  );
}
