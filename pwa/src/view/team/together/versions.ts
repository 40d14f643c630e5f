import { spot, unspot } from "../../../domain/join.ts";
import type {
  Answer,
  AnswersOnPage,
  PatientPage,
  QuestionnaireResponse,
  ResponseItem,
  Speaker,
  Version,
} from "../../../domain/wire.ts";

/** One question as a member of staff left it on the screen. */
export interface Given {
  readonly spot: string;
  readonly text: string;
  readonly answer: readonly Answer[];
  readonly declined: boolean;
  readonly saidBy: Speaker;
  /** Only for health personnel: it goes to the document that no helper sees. */
  readonly staff: boolean;
}

export interface Talk {
  readonly page: PatientPage;
  /** The documents that hold the form's answers. */
  readonly documents: { readonly shared: string; readonly staff: string };
  /** `url|version` */
  readonly questionnaire: string;
  /** Whose own answers they are, when they are not the patient's: `RelatedPerson/…`. */
  readonly subject?: string | undefined;
  /** What they are written in; "": what stood before, else the language of the page. */
  readonly language: string;
  readonly shown: string;
  readonly origin: "conversation" | "paper";
  readonly given: readonly Given[];
  /** Spots of earlier answers that are not asked any more. */
  readonly leftOut: ReadonlySet<string>;
  readonly writtenBy: Speaker;
  readonly author: string;
  readonly now: string;
  readonly id: () => string;
}

export type Written = Omit<Version, "content"> & { readonly content: QuestionnaireResponse };

/** The versions to put: what stood before, with the given questions set right, in the document each belongs to. */
export function written(talk: Talk): readonly Written[] {
  return (["all", "staff"] as const).flatMap((audience) => {
    const document = audience === "all" ? talk.documents.shared : talk.documents.staff;
    const before = talk.page.answers?.find((answers) => answers.document === document);
    const item = itemsOf(talk, audience, before);
    if (item === null) return [];
    return [{ ...envelope(talk, document, before), content: content(talk, audience, before, item) }];
  });
}

function itemsOf(talk: Talk, audience: "all" | "staff", before: AnswersOnPage | undefined): ResponseItem[] | null {
  const touched = new Set(talk.given.map((each) => each.spot));
  const stood = before?.response.item ?? [];
  const kept = stood.filter((item) => !touched.has(spot(item)) && !talk.leftOut.has(spot(item)));
  const added = talk.given.filter((each) => each.staff === (audience === "staff") && said(each));
  if (added.length === 0 && kept.length === stood.length) return null;
  return [...kept, ...added.map((each) => itemOf(each, talk))];
}

export const said = ({ answer, declined }: Given): boolean => declined || answer.length > 0;

const itemOf = ({ spot: at, text, answer, declined, saidBy }: Given, { writtenBy, now }: Talk): ResponseItem => ({
  ...unspot(at),
  text: text.slice(0, 200),
  ...(declined ? { declined } : { answer }),
  saidBy,
  writtenBy,
  authored: now,
});

const envelope = (talk: Talk, id: string, before: AnswersOnPage | undefined): Omit<Version, "content"> => ({
  id,
  version: talk.id(),
  base: before?.versions ?? [],
  patient: talk.page.encounter.patient.id,
  author: talk.author,
  recorded: talk.now,
  shape: 1,
});

const content = (
  talk: Talk,
  audience: "all" | "staff",
  before: AnswersOnPage | undefined,
  item: readonly ResponseItem[],
): QuestionnaireResponse => ({
  resourceType: "QuestionnaireResponse",
  questionnaire: talk.questionnaire,
  status: before ? "amended" : "completed",
  encounter: talk.page.encounter.id,
  language: talk.language || (before?.response.language ?? talk.shown),
  ...(talk.subject && { subject: talk.subject }),
  audience,
  origin: talk.origin,
  item,
});
