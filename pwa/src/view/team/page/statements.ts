import { options, questions, type Questionnaire } from "../../../domain/questionnaire/index.ts";
import type { AnswersOnPage, PatientPage, ResponseItem } from "../../../domain/wire.ts";

/** One thing that was said, and where it stands. */
export interface Statement {
  readonly item: ResponseItem;
  readonly on: AnswersOnPage;
  readonly words: string;
  readonly staffOnly: boolean;
}

/** All that was said to one question, and what it said when it was last read. */
export interface Said {
  readonly linkId: string;
  readonly question: string;
  readonly statements: readonly Statement[];
  /** Null: not changed since it was read. "" : it said nothing then. */
  readonly before: string | null;
  readonly unsettled: boolean;
  readonly closed: boolean;
}

/** The answer to a question as text: the words themselves, or the chosen options in the reader's language. */
export function wordsOf(item: ResponseItem, shown: ReadonlyMap<string, string> = new Map()): string {
  return (item.answer ?? [])
    .map(({ valueString, valueCoding, valueInteger }) =>
      valueCoding
        ? (shown.get(`${item.linkId}/${valueCoding.code}`) ?? (valueCoding.display || valueCoding.code))
        : (valueString ?? (valueInteger == null ? "" : String(valueInteger))),
    )
    .filter(Boolean)
    .join(", ");
}

/** Options by question and code, in one language. */
export function shownOptions(forms: readonly Questionnaire[], language: string): ReadonlyMap<string, string> {
  const all = forms.flatMap((form) => questions(form.item));
  return new Map(
    all.flatMap((item) => options(item, language).map(({ code, display }) => [`${item.linkId}/${code}`, display])),
  );
}

export function saidOn(page: PatientPage, shown: ReadonlyMap<string, string> = new Map()): readonly Said[] {
  const sent = (page.answers ?? []).filter(
    ({ response }) => response.status === "completed" || response.status === "amended",
  );
  const found = new Map<string, { statements: Statement[]; before: ResponseItem[]; question: string }>();
  const at = (item: ResponseItem) => {
    const known = found.get(item.linkId) ?? { statements: [], before: [], question: item.text ?? "" };
    found.set(item.linkId, known);
    return known;
  };
  for (const on of sent) {
    const staffOnly = on.response.audience === "staff";
    for (const item of on.response.item ?? [])
      at(item).statements.push({ item, on, staffOnly, words: wordsOf(item, shown) });
    for (const item of on.changed ?? []) at(item).before.push(item);
  }
  return [...found].map(([linkId, { statements, before, question }]) => ({
    linkId,
    question,
    statements,
    before:
      before.length === 0
        ? null
        : before
            .map((item) => wordsOf(item, shown))
            .filter(Boolean)
            .join(" / "),
    unsettled: statements.some(({ item }) => item.unsettled),
    closed: [...statements.map(({ item }) => item), ...before].some((item) =>
      item.answer?.some((each) => each.valueCoding != null),
    ),
  }));
}

/** As the form asks them; what the form does not know comes last. */
export function inOrder(said: readonly Said[], order: readonly string[]): readonly Said[] {
  const place = ({ linkId }: Said): number => (order.includes(linkId) ? order.indexOf(linkId) : order.length);
  return [...said].sort((a, b) => place(a) - place(b));
}

/** The newest sent versions that nobody has read: what a reading must name. */
export function toRead({ answers = [] }: PatientPage): readonly string[] {
  const open = answers.filter(({ read }) => !read);
  return (open.length > 0 ? open : answers).flatMap(({ versions }) => versions);
}
