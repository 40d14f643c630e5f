import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import type { Saving } from "../saving.ts";
import { NotSaved } from "./NotSaved.tsx";

interface Asked {
  title: string;
  onClose: () => void;
  wide?: boolean;
  children: ComponentChildren;
}

/** The one dialog: the browser keeps the focus inside, and gives it back to where it came from. */
export function Dialog({ title, onClose, wide, children }: Asked) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={box} class={wide ? "dialog wide" : "dialog"} aria-labelledby={id} onClose={onClose}>
      <div class="row apart dialog-head">
        <h2 id={id}>{title}</h2>
        <Button kind="plain" icon="close" onClick={onClose}>
          {_("Close")}
        </Button>
      </div>
      {children}
    </dialog>
  );
}

interface Form {
  saving: Saving;
  save: () => Promise<unknown>;
  onSaved: () => void;
  words: string;
  children: ComponentChildren;
  /** What stands beside the main button. */
  more?: ComponentChildren;
}

/** Fields with one button; when it could not be saved the sentence says so and all that was typed stays. */
export function SavingForm({ saving, save, onSaved, words, children, more }: Form) {
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await saving.save(save)) onSaved();
  };
  return (
    <form class="stack" onSubmit={submit}>
      {children}
      <NotSaved fault={saving.fault.value} />
      <div class="row">
        <Button type="submit" aria-disabled={saving.busy.value}>
          {saving.busy.value ? _("Saving …") : words}
        </Button>
        {more}
      </div>
    </form>
  );
}
