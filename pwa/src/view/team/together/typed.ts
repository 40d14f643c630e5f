import { signal, type Signal } from "@preact/signals";
import type { Answer, PatientPage, Speaker } from "../../../domain/wire.ts";
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
}

export interface Sheet {
  readonly speaker: string;
  /** Somebody who is not known here yet. */
  readonly other: { readonly name: string; readonly relation: string };
  readonly typed: Readonly<Record<string, Typed>>;
}

/** Typed text outlives leaving the page and coming back; it is gone when it is saved. */
const sheets = new Map<string, Signal<Sheet>>();

export function sheetOf(key: string, said: readonly Said[], who: ReadonlyMap<string, Speaker>): Signal<Sheet> {
  let sheet = sheets.get(key);
  if (!sheet) {
    sheet = signal({
      speaker: "patient",
      other: { name: "", relation: "" },
      typed: Object.fromEntries(said.map((one) => [one.linkId, stood(one, who)])),
    });
    sheets.set(key, sheet);
  }
  return sheet;
}

export const done = (key: string): void => void sheets.delete(key);

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

export const EMPTY: Typed = { answer: [], declined: false, staff: false, saidBy: null, touched: false, stood: false };

export const someTyped = ({ typed }: Sheet): boolean => Object.values(typed).some(({ touched }) => touched);

export const OTHER = "other";

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

export function given(
  { speaker, typed, other }: Sheet,
  questions: readonly { readonly linkId: string; readonly text: string }[],
  who: ReadonlyMap<string, Speaker>,
): readonly Given[] {
  return questions.flatMap(({ linkId, text }) => {
    const one = typed[linkId];
    if (!one?.touched) return [];
    const chosen = one.saidBy ?? speaker;
    const saidBy = chosen === OTHER ? { kind: "related" as const, ...other } : (who.get(chosen) ?? { kind: "patient" });
    const answer = one.answer.filter(({ valueString }) => valueString == null || valueString.trim() !== "");
    if (!one.stood && !one.declined && answer.length === 0) return [];
    return [{ linkId, text, answer, declined: one.declined, saidBy, staff: one.staff }];
  });
}
