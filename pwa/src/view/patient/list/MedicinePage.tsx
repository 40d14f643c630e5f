import { useId } from "preact/hooks";
import type { MedicationStatement } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { listed } from "../../../store/entries.ts";
import { Field, WordsField } from "../../parts/Field.tsx";
import { Differing } from "./Differing.tsx";
import { EntryPage } from "./EntryPage.tsx";
import { LINE_MOST, tooLong, WORDS_MOST } from "./limits.tsx";
import { useWriting } from "./useWriting.ts";
import { fieldWords, markMeans, MARKS, markWords, SOURCES, sourceWords } from "./words.ts";

const LINES = ["medication", "dosage", "timing", "reason"] as const;

/** One medicine: only the name is needed. `id`: empty for a new one. */
export function MedicinePage({ id }: { id: string }) {
  const pen = useWriting<MedicationStatement>(id || undefined, {
    resourceType: "MedicationStatement",
    encounter: stay.value?.id ?? "",
    medication: "",
  });
  const now = id ? listed(id) : undefined;
  const { medication = "", mark = "", note = "" } = pen.entry;
  const long = (field: (typeof LINES)[number]): string => tooLong(pen.entry[field] ?? "", LINE_MOST);
  const hints = {
    medication: _("As it stands on the package."),
    dosage: _("For example: 1 tablet of 50 mg"),
    timing: _("For example: morning and evening"),
    reason: _("For example: for the heart"),
  };
  return (
    <EntryPage
      heading={id ? _("A medicine") : _("A new medicine")}
      to="medicines"
      back={_("Medicines")}
      pen={pen}
      document={id}
      words={medication}
      faults={[...LINES.map(long), tooLong(note, WORDS_MOST)]}
      missing={medication.trim() ? "" : _("Write the name of the medicine first.")}
    >
      {now && <Differing listed={now} />}
      {LINES.map((field) => (
        <Field
          key={field}
          label={fieldWords(field)}
          hint={hints[field]}
          fault={long(field)}
          autocomplete="off"
          value={pen.entry[field] ?? ""}
          onValue={(words) => pen.write({ [field]: words })}
        />
      ))}
      <fieldset class="choices">
        <legend class="label">{fieldWords("mark")}</legend>
        {MARKS.map((each) => (
          <label class="choice" key={each}>
            <input type="radio" name="mark" checked={mark === each} onChange={() => pen.write({ mark: each })} />
            <span>
              {markWords(each)}
              <small>{markMeans(each)}</small>
            </span>
          </label>
        ))}
        {mark && (
          <button type="button" class="link" onClick={() => pen.write({ mark: "" })}>
            {_("Remove the choice")}
          </button>
        )}
      </fieldset>
      <Source value={pen.entry.source ?? ""} onValue={(source) => pen.write({ source })} />
      <WordsField
        label={fieldWords("note")}
        hint={_("How it works for you, or what you wonder about.")}
        fault={tooLong(note, WORDS_MOST)}
        value={note}
        onValue={(note) => pen.write({ note })}
      />
    </EntryPage>
  );
}

type SourceOf = NonNullable<MedicationStatement["source"]>;

function Source({ value, onValue }: { value: SourceOf; onValue: (value: SourceOf) => void }) {
  const id = useId();
  return (
    <div>
      <label class="label" for={id}>
        {fieldWords("source")}
      </label>
      <select id={id} class="field" value={value} onChange={(event) => onValue(event.currentTarget.value as SourceOf)}>
        <option value="">{_("Not chosen")}</option>
        {SOURCES.map((each) => (
          <option key={each} value={each}>
            {sourceWords(each)}
          </option>
        ))}
      </select>
    </div>
  );
}
