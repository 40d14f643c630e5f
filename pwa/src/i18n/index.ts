export { age, clock, date, day, hours, timeZone, weekday, when, type Instant } from "./dates.ts";
export { _, language, expectWords, needTeamWords, needWords, ngettext, pgettext, problem, setLanguage } from "./gettext.ts";
export { isLanguage, LANGUAGES, preferred, type Language } from "./languages.ts";
export { decimal } from "./numbers.ts";
