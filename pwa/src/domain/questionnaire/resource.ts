/** FHIR R4 Questionnaire as we read it: the twin of domain/questionnaire/resource.py, where each element is told. */

export interface Element {
  readonly extension?: readonly Extension[];
}
export interface Coding {
  readonly system?: string;
  readonly code?: string;
  readonly display?: string;
  readonly _display?: Element;
  readonly extension?: readonly Extension[];
}
export interface Quantity {
  readonly value?: number;
  readonly unit?: string;
  readonly system?: string;
  readonly code?: string;
}
export interface Extension {
  readonly url: string;
  readonly extension?: readonly Extension[];
  readonly valueBoolean?: boolean;
  readonly valueCode?: string;
  readonly valueString?: string;
  readonly _valueString?: Element;
  readonly valueMarkdown?: string;
  readonly _valueMarkdown?: Element;
  readonly valueInteger?: number;
  readonly valueDecimal?: number;
  readonly valueDate?: string;
  readonly valueDateTime?: string;
  readonly valueTime?: string;
  readonly valueUri?: string;
  readonly valueUrl?: string;
  readonly valueCoding?: Coding;
  readonly valueCodeableConcept?: { readonly coding?: readonly Coding[] };
  readonly valueQuantity?: Quantity;
  readonly valueExpression?: { readonly language?: string; readonly expression?: string; readonly name?: string };
}
export interface Value {
  readonly valueBoolean?: boolean;
  readonly valueDecimal?: number;
  readonly valueInteger?: number;
  readonly valueDate?: string;
  readonly valueDateTime?: string;
  readonly valueTime?: string;
  readonly valueString?: string;
  readonly valueUri?: string;
  readonly valueCoding?: Coding;
  readonly valueQuantity?: Quantity;
}
export interface Option extends Value {
  readonly _valueString?: Element;
  readonly initialSelected?: boolean;
  readonly extension?: readonly Extension[];
}
export interface EnableWhen {
  readonly question: string;
  readonly operator: "exists" | "=" | "!=" | ">" | "<" | ">=" | "<=";
  readonly answerBoolean?: boolean;
  readonly answerDecimal?: number;
  readonly answerInteger?: number;
  readonly answerDate?: string;
  readonly answerDateTime?: string;
  readonly answerTime?: string;
  readonly answerString?: string;
  readonly answerCoding?: Coding;
  readonly answerQuantity?: Quantity;
}
export interface Item {
  readonly linkId: string;
  readonly type: string;
  readonly prefix?: string;
  readonly text?: string;
  readonly _text?: Element;
  readonly enableWhen?: readonly EnableWhen[];
  readonly enableBehavior?: "all" | "any";
  readonly required?: boolean;
  readonly repeats?: boolean;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
  readonly answerValueSet?: string;
  readonly answerOption?: readonly Option[];
  readonly initial?: readonly Value[];
  readonly extension?: readonly Extension[];
  readonly item?: readonly Item[];
}
export interface Concept {
  readonly system?: string;
  readonly code?: string;
  readonly display?: string;
  readonly _display?: Element;
  readonly designation?: readonly { readonly language?: string; readonly value?: string }[];
  readonly extension?: readonly Extension[];
  readonly contains?: readonly Concept[];
}
export interface ValueSet {
  readonly resourceType: string;
  readonly id?: string;
  readonly compose?: { readonly include?: readonly { readonly system?: string; readonly concept?: readonly Concept[] }[] };
  readonly expansion?: { readonly contains?: readonly Concept[] };
}
export interface Questionnaire {
  readonly url: string;
  readonly version: string;
  readonly language?: string;
  readonly title?: string;
  readonly _title?: Element;
  readonly copyright?: string;
  readonly contained?: readonly ValueSet[];
  readonly extension?: readonly Extension[];
  readonly item?: readonly Item[];
}

