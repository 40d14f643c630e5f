import { language } from "../../i18n/index.ts";

/** The name of a language in the language of the page, as far as the browser knows it. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([language.value, "nb", "en"], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
