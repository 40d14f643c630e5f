/** A form: FHIR R4 Questionnaire. */
export { questions } from "./form.ts";
export type { Item, Questionnaire } from "./resource.ts";
export { examples, help, options, question, title } from "./texts.ts";
