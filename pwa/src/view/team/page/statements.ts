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
  /** Where in the form: the question, and of one that comes several times, which time. */
  readonly spot: string;
  readonly linkId: string;
  /** What it is called on the page. */
  readonly label: string;
  readonly statements: readonly Statement[];
  /** Null: not changed since it was read. "" : it said nothing then. */
  readonly before: string | null;
  readonly unsettled: boolean;
  /** Chosen, counted or dated: not somebody's own words. */
  readonly closed: boolean;
}

export const wasSent = ({ response }: AnswersOnPage): boolean => response.status === "completed" || response.status === "amended";

/** The newest sent versions that nobody has read: what a reading must name. */
export function toRead({ answers = [] }: PatientPage): readonly string[] {
  const open = answers.filter(({ read }) => !read);
  return (open.length > 0 ? open : answers).flatMap(({ versions }) => versions);
}
