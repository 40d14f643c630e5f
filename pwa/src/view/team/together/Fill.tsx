import { useComputed } from "@preact/signals";
import { type ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { instant, uuid7 } from "../../../domain/ids.ts";
import { formOf } from "../../../domain/questionnaire/form.ts";
import type { Questionnaire } from "../../../domain/questionnaire/index.ts";
import { growing } from "../../../domain/questionnaire/growing.ts";
import { type Place, walked } from "../../../domain/questionnaire/places.ts";
import { isAsked, spotOf } from "../../../domain/questionnaire/screens.ts";
import type { PatientPage, Speaker } from "../../../domain/wire.ts";
import { _, isLanguage, language } from "../../../i18n/index.ts";
import { Field } from "../../parts/Field.tsx";
import { suggestions } from "../../parts/form/suggested.ts";
import * as api from "../api.ts";
import { isOurs } from "../page/labels.ts";
import { act } from "../page/page.ts";
import type { Said } from "../page/statements.ts";
import { toldOn } from "../page/told.ts";
import { SavingForm } from "../parts/Dialog.tsx";
import { useWarning } from "../parts/useWarning.ts";
import { useSaving } from "../saving.ts";
import { signature, staff } from "../session.ts";
import { Asked } from "./Asked.tsx";
import { Question } from "./Question.tsx";
import { together } from "./questions.ts";
import { SpeakerChoice } from "./SpeakerChoice.tsx";
import { answersOn, begun, done, EMPTY, filledIn, firstSpeaker, given, leftOut, OTHER, placesOn, type Sheet, sheetOf, someTyped, speakers, stayingAt, type Typed } from "./typed.ts";
import { useOutcome } from "./useOutcome.ts";
import { WrittenIn } from "./WrittenIn.tsx";
import { written } from "./versions.ts";

/** A form to be filled in by staff, and whose answers they will be. */
export interface Filling {
  /** Names what is typed here, so that it is there again. */
  readonly name: string;
  /** With the answers of those whose form it is. */
  readonly page: PatientPage;
  readonly form: Questionnaire;
  readonly documents: { readonly shared: string; readonly staff: string };
  /** Whose own, when not the patient's: they alone say it, and the care team hears it first. */
  readonly carer?: { readonly id: string; readonly speaker: Speaker };
  readonly origin: "conversation" | "paper";
  /** The few questions by the bed, else the whole form. */
  readonly few?: boolean;
  /** Who sits there besides the patient and theirs. */
  readonly more?: ReadonlyMap<string, Speaker>;
}

interface Shown {
  filling: Filling;
  words: string;
  onSaved: () => void;
  beside?: (dirty: boolean) => ComponentChildren;
  children?: ComponentChildren;
}

/** Whatever the form asks, as it is asked now; kept while it is typed, saved as one version under one's own name. */
export function Fill({ filling, words, onSaved, beside, children }: Shown) {
  const { page, documents, carer, origin } = filling;
  const { encounter } = page;
  const form = formOf(filling.form);
  const said = useMemo(() => saidIn(page, filling.form), [page, filling.form]);
  const who = useMemo(() => (carer ? new Map([[carer.id, carer.speaker]]) : new Map([...speakers(page, said), ...(filling.more ?? [])])), [page, said]);
  const blank: Typed = carer ? { ...EMPTY, staff: true } : EMPTY;
  const key = `${encounter.id}/${filling.name}`;
  const fresh = (): Sheet => filledIn(begun(said, who, carer?.id ?? firstSpeaker(page)), blank, said.length > 0 ? [] : suggestions(form, language.value));
  const sheet = useMemo(() => sheetOf(key, fresh), [key]);
  const saving = useSaving();
  const dirty = useComputed(() => someTyped(sheet.value));
  useWarning(dirty.value);
  const put = (next: Partial<Sheet>): void => void (sheet.value = { ...sheet.value, ...next });
  const set = (place: Place, next: Partial<Typed>): void => {
    const at = spotOf(place);
    const { typed, added } = sheet.value;
    put({ typed: { ...typed, [at]: { ...(typed[at] ?? blank), ...next, touched: true } }, added: stayingAt(added, place) });
  };
  const blanks = useMemo(() => new Map<string, string>(), [key]);
  const outcome = useOutcome(filling.form, answersOn(sheet.value, said), encounter.patient.given, said.length === 0 && !dirty.value, (worked) => (sheet.value = filledIn(sheet.value, blank, worked)));
  const worked = outcome === "away" ? undefined : outcome;
  const found = placesOn(form, sheet.value, said, growing((row) => sheet.value.added[row], blanks, uuid7), worked?.met);
  const all = walked(found).filter(isAsked);
  const few = filling.few ? together(filling.form).flatMap(({ linkId }) => all.find(({ node }) => node.item.linkId === linkId) ?? []) : null;
  const spoken = isLanguage(encounter.patient.language ?? "") ? (encounter.patient.language ?? "nb") : language.value;
  const save = () =>
    act(async (now) => {
      const versions = written({
        page: now,
        documents,
        questionnaire: `${filling.form.url}|${filling.form.version}`,
        subject: carer && `RelatedPerson/${carer.id}`,
        language: sheet.value.language,
        shown: carer ? language.value : spoken,
        origin,
        given: given(sheet.value, few ?? all, who, carer ? language.value : spoken),
        leftOut: leftOut(form, found, said),
        writtenBy: { kind: "staff", name: signature(encounter.unit) },
        author: `Practitioner/${staff.value?.id ?? ""}`,
        now: instant(),
        id: uuid7,
      });
      if (versions.length > 0) api.allStored(await api.putVersions(encounter.id, versions));
      done(key);
    });
  const ask = {
    language: language.value,
    who,
    speaker: sheet.value.speaker,
    said: new Map(said.map((one) => [one.spot, one])),
    typed: (at: string): Typed => sheet.value.typed[at] ?? blank,
    onTyped: set,
    outcome: worked,
    patient: encounter.patient,
    unit: encounter.unit,
  };
  return (
    <SavingForm saving={saving} save={save} onSaved={onSaved} words={words} more={beside?.(dirty.value)}>
      {children}
      {outcome === "away" && <p class="notice">{_("This form works out some answers by itself. It does so when there is a network.")}</p>}
      {!carer && <SpeakerChoice label={_("Who says it?")} who={who} value={sheet.value.speaker} onValue={(speaker) => put({ speaker })} />}
      {sheet.value.speaker === OTHER && (
        <div class="two">
          <Field label={_("First name")} required value={sheet.value.other.name} onValue={(name) => put({ other: { ...sheet.value.other, name } })} maxLength={80} />
          <Field
            label={_("Is the patient's (daughter, friend ...)")}
            required
            value={sheet.value.other.relation}
            onValue={(relation) => put({ other: { ...sheet.value.other, relation } })}
            maxLength={80}
          />
        </div>
      )}
      {few ? (
        few.map((place) => <Question key={spotOf(place)} place={place} {...ask} />)
      ) : (
        <Asked places={found} added={sheet.value.added} onAdded={(added) => put({ added })} {...ask} />
      )}
      {!filling.more && <WrittenIn value={sheet.value.language} usual={spoken} onValue={(tag) => put({ language: tag })} />}
      {filling.form.copyright && !isOurs(filling.form.url) && <p class="quiet">{filling.form.copyright}</p>}
    </SavingForm>
  );
}

/** What was said before in this form, in whichever version of it. */
function saidIn(page: PatientPage, form: Questionnaire): readonly Said[] {
  const forms = new Map((page.answers ?? []).map(({ response }) => [response.questionnaire, form]));
  return toldOn(page, forms, language.value)
    .filter(({ url }) => url === form.url)
    .flatMap((told) => [...told.said, ...told.former]);
}
