/** What we read of a FHIR R4 Questionnaire. */

interface Extension {
  readonly url: string;
  readonly valueString?: string;
  readonly _valueString?: Translated;
  readonly valueCode?: string;
  readonly valueCodeableConcept?: { readonly coding?: readonly { readonly code?: string }[] };
  readonly extension?: readonly Extension[];
}
interface Translated {
  readonly extension?: readonly Extension[];
}
interface Option {
  readonly valueCoding?: { readonly code: string; readonly display?: string; readonly _display?: Translated };
}
export interface Item {
  readonly linkId: string;
  readonly type: string;
  readonly text?: string;
  readonly _text?: Translated;
  readonly repeats?: boolean;
  readonly maxLength?: number;
  readonly answerOption?: readonly Option[];
  readonly extension?: readonly Extension[];
  readonly item?: readonly Item[];
}
export interface Questionnaire {
  readonly url: string;
  readonly version: string;
  readonly title?: string;
  readonly _title?: Translated;
  readonly item?: readonly Item[];
}

const FHIR = "http://hl7.org/fhir/StructureDefinition/";
const OURS = "https://viktig.example/StructureDefinition/";

/** The questions in order, groups opened; what is only shown is no question. */
export function questions(items: readonly Item[] = []): Item[] {
  return items.flatMap((item) =>
    item.type === "group" ? questions(item.item) : item.type === "display" ? [] : [item],
  );
}

export const question = (item: Item, language: string): string => translated(item.text, item._text, language);
export const title = (form: Questionnaire, language: string): string => translated(form.title, form._title, language);

/** The sentence of help below a question; empty when there is none. */
export function help(item: Item, language: string): string {
  const shown = item.item?.find((child) => child.type === "display" && control(child) === "help");
  return shown ? question(shown, language) : "";
}

/** How somebody else might answer, for those who want to see it. */
export const examples = (item: Item, language: string): string[] =>
  extensions(item, `${OURS}example`).map((each) => translated(each.valueString, each._valueString, language));

export const options = (item: Item, language: string): { code: string; display: string }[] =>
  (item.answerOption ?? []).flatMap(({ valueCoding: coding }) =>
    coding ? [{ code: coding.code, display: translated(coding.display, coding._display, language) }] : [],
  );

function translated(text = "", other: Translated | undefined, language: string): string {
  for (const each of other?.extension ?? []) {
    if (each.url !== `${FHIR}translation`) continue;
    const part = (url: string) => each.extension?.find((inner) => inner.url === url);
    if (part("lang")?.valueCode === language) return part("content")?.valueString ?? text;
  }
  return text;
}

const extensions = (item: Item, url: string): readonly Extension[] =>
  (item.extension ?? []).filter((each) => each.url === url);

const control = (item: Item): string | undefined =>
  extensions(item, `${FHIR}questionnaire-itemControl`)[0]?.valueCodeableConcept?.coding?.[0]?.code;
