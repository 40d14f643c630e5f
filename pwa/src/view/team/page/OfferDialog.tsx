import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useId, useRef } from "preact/hooks";
import { spoken, type ModuleEntry } from "../../../domain/module.ts";
import type { PatientPage } from "../../../domain/wire.ts";
import { _, language, ngettext } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { Field } from "../../parts/Field.tsx";
import * as api from "../api.ts";
import { Dialog, SavingForm } from "../parts/Dialog.tsx";
import { useSaving } from "../saving.ts";
import { useInTexts } from "./inTexts.ts";
import { offerable } from "./offering.ts";
import { act } from "./page.ts";

/** Some letters, Enter, Enter: the first that fits is chosen, and its name stands on the button before it is offered. */
export function OfferDialog({
  page,
  entries,
  onClose,
}: {
  page: PatientPage;
  entries: readonly ModuleEntry[];
  onClose: () => void;
}) {
  const saving = useSaving();
  const sought = useSignal("");
  const chosen = useSignal("");
  const reason = useSignal("");
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const { patient, carer } = offerable(entries, sought.value, language.value, useInTexts(entries, sought.value));
  const shown = [...patient, ...carer];
  const module = shown.find(({ id }) => id === chosen.value) ?? shown[0];
  const title = (entry: ModuleEntry): string => spoken(entry, language.value)?.title ?? entry.id;
  const save = () =>
    act(() => api.offerModule(page.encounter.id, { module: module?.id ?? "", reason: reason.value.trim() }));
  const saved = (): void => {
    announce(_("Offered. The patient sees it."));
    onClose();
  };
  const group = (label: string, group: readonly ModuleEntry[]) =>
    group.length > 0 && (
      <Group label={label} entries={group} chosen={module?.id ?? ""} onChosen={(id) => (chosen.value = id)} title={title} />
    );
  return (
    <Dialog title={_("Offer something to read")} onClose={onClose}>
      <SavingForm
        saving={saving}
        save={module ? save : () => Promise.resolve()}
        onSaved={module ? saved : () => search.current?.focus()}
        words={module ? _("Offer “{title}”", { title: title(module) }) : _("Offer it")}
      >
        <Seek
          box={search}
          value={sought.value}
          onValue={(value) => {
            sought.value = value;
            chosen.value = "";
          }}
          onDone={() => list.current?.querySelector<HTMLInputElement>("input:checked")?.focus()}
        />
        <p class="quiet" role="status">
          {sought.value.trim() && ngettext("{n} fits.", "{n} fit.", shown.length)}
        </p>
        <div ref={list} class="offers stack tight">
          {group(_("For the patient"), patient)}
          {group(_("For somebody who helps"), carer)}
        </div>
        <Field
          label={_("Why, in a few words")}
          hint={_("The patient reads this. Without it the patient sees that you chose it.")}
          value={reason.value}
          onValue={(value) => (reason.value = value)}
          maxLength={200}
        />
      </SavingForm>
    </Dialog>
  );
}

interface Seeking {
  box: RefObject<HTMLInputElement | null>;
  value: string;
  onValue: (value: string) => void;
  onDone: () => void;
}

/** Enter and the arrow down go to the list; they never offer anything by themselves. */
function Seek({ box, value, onValue, onDone }: Seeking) {
  const id = useId();
  return (
    <div>
      <label class="label" for={id}>
        {_("Search")}
      </label>
      <input
        ref={box}
        id={id}
        autofocus
        class="field"
        type="search"
        autocomplete="off"
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "ArrowDown") return;
          event.preventDefault();
          onDone();
        }}
      />
    </div>
  );
}

interface Choosing {
  label: string;
  entries: readonly ModuleEntry[];
  chosen: string;
  onChosen: (id: string) => void;
  title: (entry: ModuleEntry) => string;
}

function Group({ label, entries, chosen, onChosen, title }: Choosing) {
  return (
    <fieldset class="choices">
      <legend class="label">{label}</legend>
      {entries.map((entry) => (
        <label class="choice" key={entry.id}>
          <input type="radio" name="offer" checked={entry.id === chosen} onChange={() => onChosen(entry.id)} />
          <span>
            {title(entry)}
            <small>{ngettext("{n} minute to read", "{n} minutes to read", spoken(entry, language.value)?.minutes ?? 1)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
