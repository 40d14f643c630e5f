import type { AskedPlace } from "../../../domain/questionnaire/screens.ts";
import { question } from "../../../domain/questionnaire/texts.ts";
import { _, language } from "../../../i18n/index.ts";

/** The named parts of the form that a question stands in, and which of several. */
export const above = (asked: AskedPlace | undefined): string =>
  (asked?.above ?? [])
    .map(({ node, n }) => {
      const name = question(node.item, language.value);
      return n ? _("{name}, number {n}", { name, n }) : name;
    })
    .filter(Boolean)
    .join(" · ");

/** The heading above a question in a list of answers: only where another part of the form begins. */
export const begins = (asked: AskedPlace, before: AskedPlace | undefined): string => (above(asked) === above(before) ? "" : above(asked));
