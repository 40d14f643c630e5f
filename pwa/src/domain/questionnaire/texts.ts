/** What a person reads of a form. Texts are whole in the form's own language, others are translations beside them. */
import { controls, ENTRY_FORMAT, EXAMPLE, first, named, SUBLABEL, TRANSLATION } from "./extensions.ts";
import type { Element, Item, Option, Questionnaire } from "./resource.ts";

export function translated(text = "", other: Element | undefined, language: string): string {
  for (const { extension = [] } of named(other ?? {}, TRANSLATION)) {
    const part = (url: string) => extension.find((inner) => inner.url === url);
    const content = part("content");
    if (part("lang")?.valueCode === language) return content?.valueString || content?.valueMarkdown || text;
  }
  return text;
}

export const question = (item: Item, language: string): string => translated(item.text, item._text, language);
/** With its number, where the form has numbered it. */
export const numbered = (item: Item, language: string): string => [item.prefix, question(item, language)].filter(Boolean).join(" ");
/** What an extension of an item says; empty when it has none. */
export function extra(item: Item, url: string, language: string): string {
  const found = first(item, url);
  return translated(found?.valueString ?? found?.valueMarkdown, found?._valueString ?? found?._valueMarkdown, language);
}
export const title = (form: Pick<Questionnaire, "title" | "_title">, language: string): string => translated(form.title, form._title, language);

/** The sentence of help below a question, and how the answer is written; empty when there is neither. */
export function help(item: Item, language: string): string {
  const shown = item.item?.find((child) => (child.type === "display" || child.type === "text") && controls(child).includes("help"));
  const below = shown ? question(shown, language) : extra(item, SUBLABEL, language);
  return [below, extra(item, ENTRY_FORMAT, language)].filter(Boolean).join(" ");
}

/** How somebody else might answer, for those who want to see it. */
export const examples = (item: Item, language: string): string[] =>
  named(item, EXAMPLE).map((each) => translated(each.valueString, each._valueString, language));

/** How an option reads. */
export const display = ({ valueCoding: coding, valueString: text, _valueString: more, ...plain }: Option, language: string): string =>
  coding
    ? translated(coding.display, coding._display, language) || (coding.code ?? "")
    : text !== undefined
      ? translated(text, more, language)
      : String(plain.valueInteger ?? plain.valueDate ?? plain.valueTime ?? "");

export const options = (item: Item, language: string): { code: string; display: string }[] =>
  (item.answerOption ?? []).flatMap((option) =>
    option.valueCoding ? [{ code: option.valueCoding.code ?? "", display: display(option, language) }] : [],
  );
