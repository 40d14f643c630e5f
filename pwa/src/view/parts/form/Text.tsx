import type { Item } from "../../../domain/questionnaire/resource.ts";
import { controls, first, MARKDOWN, named } from "../../../domain/questionnaire/extensions.ts";
import { question, translated } from "../../../domain/questionnaire/texts.ts";
import { marked } from "./marked.tsx";

/** What a form says: plain, or with the marks that its markdown has. Never as HTML. */
export function Text({ item, language }: { item: Item; language: string }) {
  const own = first(item._text ?? {}, MARKDOWN);
  const plain = question(item, language);
  const translatedTo = named(item._text ?? {}, "http://hl7.org/fhir/StructureDefinition/translation").length > 0 && plain !== item.text;
  // A translation of the plain text is better than marks in a language that nobody here reads.
  const marks = own?._valueMarkdown ? translated(own.valueMarkdown, own._valueMarkdown, language) : translatedTo ? undefined : own?.valueMarkdown;
  const shown = marks ?? (controls(item).includes("help-link") ? plain : undefined);
  return shown ? <div class="stack tight">{marked(shown)}</div> : <p>{plain}</p>;
}
