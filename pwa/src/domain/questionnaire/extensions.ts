/** The extensions that we understand, by name: FHIR's own, SDC's, and those of the Norwegian Helsenorge dialect. */
import type { Extension, Item } from "./resource.ts";

const FHIR = "http://hl7.org/fhir/StructureDefinition/";
const SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
const EHELSE = "http://ehelse.no/fhir/StructureDefinition/";
const HELSENORGE = "http://helsenorge.no/fhir/StructureDefinition/";
const OURS = "https://viktig.example/StructureDefinition/";
const ITEM = `${FHIR}questionnaire-`;

export const TRANSLATION = `${FHIR}translation`;
export const HIDDEN = `${ITEM}hidden`;
export const MIN_VALUE = [`${FHIR}minValue`, `${EHELSE}sdf-minvalue`];
export const MAX_VALUE = [`${FHIR}maxValue`, `${EHELSE}sdf-maxvalue`];
export const MIN_LENGTH = `${FHIR}minLength`;
export const MAX_DECIMALS = `${FHIR}maxDecimalPlaces`;
export const MIN_OCCURS = `${ITEM}minOccurs`;
export const MAX_OCCURS = `${ITEM}maxOccurs`;
export const REGEX = `${FHIR}regex`;
export const ENTRY_FORMAT = `${FHIR}entryFormat`;
export const UNIT = `${ITEM}unit`;
export const UNIT_OPTION = `${ITEM}unitOption`;
export const EXCLUSIVE = `${ITEM}optionExclusive`;
export const ORIENTATION = `${ITEM}choiceOrientation`;
export const SLIDER_STEP = `${ITEM}sliderStepValue`;
export const MARKDOWN = `${FHIR}rendering-markdown`;
export const OPEN_LABEL = `${SDC}openLabel`;
export const VALIDATION_TEXT = `${EHELSE}validationtext`;
export const REPEATS_TEXT = `${EHELSE}repeatstext`;
export const SUBLABEL = `${HELSENORGE}sdf-sublabel`;
export const CALCULATED = [`${SDC}calculatedExpression`, `${EHELSE}sdf-calculatedExpression`];
export const INITIAL_EXPRESSION = `${SDC}initialExpression`;
export const ENABLE_WHEN_EXPRESSION = `${SDC}enableWhenExpression`;
export const ANSWER_EXPRESSION = `${SDC}answerExpression`;
export const VARIABLE = `${FHIR}variable`;
export const LAUNCH_CONTEXT = `${SDC}launchContext`;
export const EXAMPLE = `${OURS}example`;
export const TOGETHER = `${OURS}together`;
export const MEDIA = `${OURS}media`;
export const ABSENT = `${FHIR}data-absent-reason`;
export const AUTHOR = `${FHIR}questionnaireresponse-author`;
/** FHIR has the author on items alone; on an answer ours says the same. */
export const WRITTEN_BY = `${OURS}written-by`;
export const SAID_BY = `${OURS}said-by`;
export const AUTHORED = `${OURS}authored`;
export const RELATION = `${OURS}relation`;

export interface Extended {
  readonly extension?: readonly Extension[] | undefined;
}
export const named = ({ extension = [] }: Extended, ...urls: readonly string[]): readonly Extension[] =>
  extension.filter(({ url }) => urls.includes(url));
export const first = (of: Extended, ...urls: readonly string[]): Extension | undefined => named(of, ...urls)[0];

export const whole = (of: Extended, url: string): number | undefined => first(of, url)?.valueInteger;
/** How many times something may come: as the form says, else as many as anybody needs. */
export const mostTimes = (item: Item): number => whole(item, MAX_OCCURS) ?? 50;

/** The codes of its item controls: how it is to be shown. */
export const controls = (item: Item): string[] =>
  (first(item, `${ITEM}itemControl`)?.valueCodeableConcept?.coding ?? []).flatMap(({ code }) => code ?? []);

const SAID: readonly string[] = ["help", "help-link", "inline", "highlight", "sidebar"];
/** A text to be read although its type is that of a question: so the Helsenorge dialect writes them. */
export const onlySaid = (item: Item): boolean => item.type === "text" && controls(item).some((control) => SAID.includes(control));
export const hidden = (item: Item): boolean => first(item, HIDDEN)?.valueBoolean === true;
