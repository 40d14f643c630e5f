import type { PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { listAsText } from "../list/asText.ts";
import { now } from "../now.ts";
import { dateDigits, exactly, placeWords, statusWords } from "../words.ts";
import { helpedWords } from "./helpedWords.ts";
import { byWords } from "./InOtherWords.tsx";
import { readingWords } from "./readingWords.ts";
import { spoken } from "./speakers.ts";
import type { Said } from "./statements.ts";
import { translationsOf } from "./translations.ts";

/** The page as plain text for the record system: with who said it and when, and no "today" that grows old. */
export function asText(page: PatientPage, said: readonly Said[]): string {
  const { patient, unit } = page.encounter;
  const exact = (t: string | number): string => exactly(t, unit.timezone);
  const head = [
    `${patient.given} ${patient.family}, ${_("born {date}", { date: dateDigits(patient.birthDate) })}`,
    `${unit.name}, ${placeWords(page.encounter)}`,
    _("From Viktig, copied {when}", { when: exact(now.value) }),
  ];
  const answers = said.flatMap(({ label, statements }) =>
    statements.map((statement) => {
      const { item, words, staffOnly } = statement;
      const other = translationsOf(statement).map((one) => {
        const of = one.earlier ? ` (${_("of an earlier answer")})` : "";
        return `\n  «${one.text}»${of}\n  ${byWords(one, exact(one.of.at))}`;
      });
      const mark = staffOnly ? ` (${_("only for health personnel")})` : "";
      const what = item.declined ? _("would rather not say") : `«${words}»`;
      return `${label}${mark}: ${what}\n  ${spoken(item, patient)} ${exact(item.authored)}${other.join("")}`;
    }),
  );
  const tasks = (page.tasks ?? []).map(
    (task) => {
      const { description, status, ownerName, due, helpedWords: own } = task;
      const said = [...helpedWords(task), own && `«${own}»`].filter(Boolean).join(" ");
      const what = [description, statusWords(status), ownerName, due && dateDigits(due)].filter(Boolean).join(". ");
      return `- ${what}${said && `\n  ${said}`}`;
    },
  );
  const reviews = (page.reviews ?? [])
    .filter(({ undone }) => !undone)
    .map((review) => readingWords(review, exact(review.at)));
  return [head, answers, tasks.length > 0 ? [`${_("What we do")}:`, ...tasks] : [], ...listAsText(page).map((part) => [part]), reviews]
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n");
}
