import { signal, type Signal } from "@preact/signals";
import { unspot } from "../../../domain/join.ts";
import { type Form, line, type Node } from "../../../domain/questionnaire/form.ts";
import { rowOf, under } from "../../../domain/questionnaire/growing.ts";
import { cut, type Grown, type Met, type Place, places } from "../../../domain/questionnaire/places.ts";
import { notAsked, spotOf } from "../../../domain/questionnaire/screens.ts";
import { question } from "../../../domain/questionnaire/texts.ts";
import type { Answer, PatientPage, ResponseItem, Speaker } from "../../../domain/wire.ts";
import type { Said } from "../page/statements.ts";
import type { Given } from "./versions.ts";

/** What has been typed to one question; null speaker: the one chosen for all. */
export interface Typed {
  readonly answer: readonly Answer[];
  readonly declined: boolean;
  readonly staff: boolean;
  readonly saidBy: string | null;
  /** Whether somebody has changed it here: the rest stays as it was. */
  readonly touched: boolean;
  /** Whether an earlier answer stood in the field: only then does emptying it take something away. */
  readonly stood: boolean;
  /** Whether the form itself answered: it goes along when the form is saved. */
  readonly filled?: boolean;
}

export interface Sheet {
  readonly speaker: string;
  /** Somebody who is not known here yet. */
  readonly other: { readonly name: string; readonly relation: string };
  /** What the answers are written in; "": as the form is shown. */
  readonly language: string;
  /** By spot. */
  readonly typed: Readonly<Record<string, Typed>>;
  /** Instances of what repeats that are shown, with or without words in them; by its linkId and the instances around it. */
  readonly added: Readonly<Record<string, readonly string[]>>;
}

export const EMPTY: Typed = { answer: [], declined: false, staff: false, saidBy: null, touched: false, stood: false };
export const OTHER = "other";
export const ME = "me";

/** Typed text outlives leaving the page and coming back; it is gone when it is saved. */
const sheets = new Map<string, Signal<Sheet>>();

export function sheetOf(key: string, begun: () => Sheet): Signal<Sheet> {
  const known = sheets.get(key) ?? signal(begun());
  sheets.set(key, known);
  return known;
}
export const done = (key: string): void => void sheets.delete(key);

/** A sheet with what was said before in its fields. */
export const begun = (said: readonly Said[], who: ReadonlyMap<string, Speaker>, speaker: string): Sheet => ({
  speaker,
  other: { name: "", relation: "" },
  language: "",
  typed: Object.fromEntries(said.map((one) => [one.spot, stood(one, who)])),
  added: {},
});

/** An earlier answer, to go on from; two that differ stand above, and the field is empty. */
function stood({ statements, unsettled }: Said, who: ReadonlyMap<string, Speaker>): Typed {
  const [only, ...more] = statements;
  if (!only || more.length > 0 || unsettled) return EMPTY;
  const { answer = [], declined = false, saidBy } = only.item;
  const speaker = [...who].find(
    ([, { kind, name }]) => kind === saidBy.kind && (kind === "patient" || name === saidBy.name),
  );
  return { answer, declined, staff: only.staffOnly, saidBy: speaker?.[0] ?? null, touched: false, stood: true };
}

export const someTyped = ({ typed }: Sheet): boolean => Object.values(typed).some(({ touched }) => touched);

/** All that is answered at this moment. */
export function answersOn({ typed }: Sheet, said: readonly Said[]): ResponseItem[] {
  const nobody: Speaker = { kind: "patient" };
  const now = Object.entries(typed).flatMap(([at, { answer, declined }]): ResponseItem[] =>
    answer.length > 0 || declined ? [{ ...unspot(at), answer, declined, saidBy: nobody, writtenBy: nobody, authored: "" }] : [],
  );
  const open = said.filter((one) => one.unsettled && !typed[one.spot]?.touched);
  return [...now, ...open.flatMap(({ statements }) => statements.map(({ item }) => item))];
}

/** The form as it is asked at this moment. */
export const placesOn = (form: Form, sheet: Sheet, said: readonly Said[], grown?: Grown, met?: Met): Place[] =>
  places(form, answersOn(sheet, said), grown, met);

/** A sheet with what the form answers by itself; no words of anybody's are lost for it. */
export const filledIn = (sheet: Sheet, blank: Typed, answers: readonly { readonly spot: string; readonly answer: readonly Answer[] }[]): Sheet => ({
  ...sheet,
  typed: {
    ...sheet.typed,
    ...Object.fromEntries(answers.map(({ spot, answer }) => [spot, { ...(sheet.typed[spot] ?? blank), answer, declined: false, filled: true }])),
  },
});

/** One more below it. */
export const oneMore = (added: Sheet["added"], place: Place, id: () => string): Sheet["added"] =>
  staying(added, place.node, place.within, under(cut(place.within, place.node.above), id()));

/** The instances that a place stands in stay, also with nothing left in them. */
export const stayingAt = (added: Sheet["added"], { node, within }: Place): Sheet["added"] =>
  line(node)
    .filter(({ many }) => many)
    .reduce((all, outer) => staying(all, outer, within, cut(within, outer.where)), added);

export const without = (added: Sheet["added"], { node, within }: Place): Sheet["added"] => {
  const row = rowOf(node, within);
  return { ...added, [row]: (added[row] ?? []).filter((one) => one !== within) };
};

function staying(added: Sheet["added"], node: Node, within: string, ...names: readonly string[]): Sheet["added"] {
  const row = rowOf(node, within);
  return { ...added, [row]: [...new Set([...(added[row] ?? []), cut(within, node.where), ...names])] };
}

/** Who may have said it: the patient, those close to the patient, whoever has said something before, somebody else. */
export function speakers(
  { encounter: { patient, related = [] } }: PatientPage,
  said: readonly Said[],
): ReadonlyMap<string, Speaker> {
  const close = related.map(({ id, name, relation }) => [id, { kind: "related", name, relation }] as const);
  const known = new Set(close.map(([, { name }]) => name));
  const others = said
    .flatMap(({ statements }) => statements.map(({ item }) => item.saidBy))
    .filter(({ kind, name }) => kind !== "patient" && name !== undefined && !known.has(name))
    .map((speaker) => [`${speaker.kind}-${speaker.name ?? ""}`, speaker] as const);
  const all = [["patient", { kind: "patient", name: patient.given }] as const, ...close, ...others];
  return new Map<string, Speaker>([...all, [OTHER, { kind: "related" }]]);
}

/** Who speaks until somebody else is chosen: of a child under seven, somebody close to the child. */
export function firstSpeaker({ encounter: { patient, admitted, related = [] } }: PatientPage): string {
  const number = (day: string): number => Number(day.slice(0, 10).replaceAll("-", ""));
  const years = (number(admitted) - number(patient.birthDate)) / 10_000;
  return years < 7 ? (related[0]?.id ?? OTHER) : "patient";
}

/** What was changed at the places that are asked now. `language`: of the questions as they were read out. */
export function given(
  { speaker, typed, other }: Sheet,
  asked: readonly Place[],
  who: ReadonlyMap<string, Speaker>,
  language: string,
): readonly Given[] {
  return asked.flatMap((place) => {
    const at = spotOf(place);
    const one = typed[at];
    if (!one?.touched && !one?.filled) return [];
    const chosen = one.saidBy ?? speaker;
    const saidBy = chosen === OTHER ? { kind: "related" as const, ...other } : (who.get(chosen) ?? { kind: "patient" });
    const answer = one.answer.filter(({ valueString }) => valueString == null || valueString.trim() !== "");
    if (!one.stood && !one.declined && answer.length === 0) return [];
    return [{ spot: at, text: question(place.node.item, language), answer, declined: one.declined, saidBy, staff: one.staff }];
  });
}

/** Earlier answers that the form does not ask for any more, because of what was answered elsewhere: they are left out. */
export const leftOut = ({ nodes }: Form, found: readonly Place[], said: readonly Said[]): ReadonlySet<string> =>
  notAsked(nodes, found, said.flatMap(({ statements }) => statements.map(({ item }) => item)));
