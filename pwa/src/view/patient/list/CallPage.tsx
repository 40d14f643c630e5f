import type { ContactPoint } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { listed } from "../../../store/entries.ts";
import { Field } from "../../parts/Field.tsx";
import { Differing } from "./Differing.tsx";
import { EntryPage } from "./EntryPage.tsx";
import { LINE_MOST, tooLong } from "./limits.tsx";
import { useWriting } from "./useWriting.ts";
import { fieldWords } from "./words.ts";

/** Somebody to call. `id`: empty for a new one. */
export function CallPage({ id }: { id: string }) {
  const pen = useWriting<ContactPoint>(id || undefined, {
    resourceType: "ContactPoint",
    encounter: stay.value?.id ?? "",
    name: "",
  });
  const now = id ? listed(id) : undefined;
  const { name = "", about = "", phone = "" } = pen.entry;
  return (
    <EntryPage
      heading={id ? _("A number") : _("A new number")}
      to="calls"
      back={_("Whom to call")}
      pen={pen}
      document={id}
      words={name}
      faults={[name, about, phone].map((words) => tooLong(words, LINE_MOST))}
      missing={name.trim() ? "" : _("Write a name first.")}
    >
      {now && <Differing listed={now} />}
      <Field
        label={fieldWords("name")}
        fault={tooLong(name, LINE_MOST)}
        autocomplete="off"
        value={name}
        onValue={(name) => pen.write({ name })}
      />
      <Field
        label={fieldWords("about")}
        hint={_("For example: my daughter, or the pharmacy")}
        fault={tooLong(about, LINE_MOST)}
        autocomplete="off"
        value={about}
        onValue={(about) => pen.write({ about })}
      />
      <Field
        label={fieldWords("phone")}
        type="tel"
        inputMode="tel"
        fault={tooLong(phone, LINE_MOST)}
        autocomplete="off"
        value={phone}
        onValue={(phone) => pen.write({ phone })}
      />
    </EntryPage>
  );
}
