import { _, ngettext } from "../../../i18n/index.ts";
import { MOST_ENTRIES } from "../../../domain/entry.ts";

export const LINE_MOST = 200;
export const WORDS_MOST = 2000;

/** What was typed or pasted stays whole on the screen; here stands what is wrong with it, or nothing. */
export function tooLong(words: string, most: number): string {
  const over = words.length - most;
  return over > 0 ? ngettext("This is {n} letter too long.", "This is {n} letters too long.", over) : "";
}

export function Full() {
  return <p class="notice">{_("The list is full: there is room for {n} things. Remove something you do not need first.", { n: MOST_ENTRIES })}</p>;
}
