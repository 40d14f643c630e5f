import { type Signal, signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { instant, uuid7 } from "../../../domain/ids.ts";
import type { PatientPage } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { WordsField } from "../../parts/Field.tsx";
import { languageName } from "../../parts/languageName.ts";
import { Words } from "../../parts/Words.tsx";
import * as api from "../api.ts";
import { Dialog, SavingForm } from "../parts/Dialog.tsx";
import { Radios, Select } from "../parts/fields.tsx";
import { useSaving } from "../saving.ts";
import { staff } from "../session.ts";
import { languages } from "../words.ts";
import { act } from "./page.ts";
import type { Told } from "./told.ts";
import { TONGUES, tongueOf } from "./tongue.ts";
import { placeOf, type Sheet, standing, toTranslate, versionsOf } from "./translations.ts";

/** What is typed outlives closing the dialog; it is gone when it is saved. */
const sheets = new Map<string, Signal<Sheet>>();

function sheetOf(key: string, made: () => Sheet): Signal<Sheet> {
  const known = sheets.get(key) ?? signal(made());
  sheets.set(key, known);
  return known;
}

/** Which language it is written in, and what it says in ours: by a person, under their name. */
export function TranslationDialog({ page, told, onClose }: { page: PatientPage; told: Told; onClose: () => void }) {
  const { encounter } = page;
  const key = `${encounter.id}/${told.url}/${told.answers.map(({ document }) => document).join()}`;
  const tongue = told.answers.map(tongueOf).at(-1) ?? "nb";
  const sheet = useMemo(() => sheetOf(key, () => standing(told, tongue, language.value)), [key]);
  const saving = useSaving();
  const put = (next: Partial<Sheet>): void => void (sheet.value = { ...sheet.value, ...next });
  const { originalLanguage, interpreter, texts } = sheet.value;
  const into = languageName(sheet.value.language);
  const save = () =>
    act(async (now) => {
      const author = `Practitioner/${staff.value?.id ?? ""}`;
      const versions = versionsOf(told, sheet.value, { page: now, author, now: instant(), id: uuid7 });
      if (versions.length > 0) api.allStored(await api.putVersions(encounter.id, versions));
      sheets.delete(key);
    });
  const saved = (): void => {
    announce(_("Saved beside the patient's own words."));
    onClose();
  };
  return (
    <Dialog title={_("Translation")} onClose={onClose} wide>
      <SavingForm saving={saving} save={save} onSaved={saved} words={_("Save under my name")}>
        <p>
          {_("The original always stands as it was written. The translation stands beside it, with who translated and when. Nothing is sent to a translation service.")}
        </p>
        <div class="two">
          <Select label={_("It is written in")} value={originalLanguage} onValue={(value) => put({ originalLanguage: value })} options={languages([...new Set([...TONGUES, originalLanguage])])} />
          <Select label={_("It is translated to")} value={sheet.value.language} onValue={(value) => put({ language: value })} options={languages(["nb", "nn", "en"])} />
        </div>
        <Radios
          row
          label={_("Who translated?")}
          value={interpreter ? "interpreter" : "me"}
          onValue={(value) => put({ interpreter: value === "interpreter" })}
          options={[
            { value: "me", words: _("I did") },
            { value: "interpreter", words: _("An interpreter said it, I write it down") },
          ]}
        />
        {toTranslate(told).map(({ spot, label, statements }) => {
          const documents = new Map(statements.map(({ on }) => [on.document, on]));
          return [...documents.values()].map((on) => (
            <fieldset class="bare stack tight" key={placeOf(on, spot)}>
              <legend class="label quiet">{label}</legend>
              {statements
                .filter((one) => one.on === on)
                .map(({ words, item }, place) => (
                  <Words key={place} small of={item.saidBy.kind === "related" ? item.saidBy.name : encounter.patient.given} lang={originalLanguage}>
                    {words}
                  </Words>
                ))}
              <WordsField
                label={_("In {language}", { language: into })}
                value={texts[placeOf(on, spot)] ?? ""}
                onValue={(text) => put({ texts: { ...sheet.value.texts, [placeOf(on, spot)]: text } })}
                rows={2}
                maxLength={10_000}
                lang={sheet.value.language}
              />
            </fieldset>
          ));
        })}
      </SavingForm>
    </Dialog>
  );
}
