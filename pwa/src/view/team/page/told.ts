import { spot } from "../../../domain/join.ts";
import { type Form, formOf, type Node } from "../../../domain/questionnaire/form.ts";
import { type Place, places, walked } from "../../../domain/questionnaire/places.ts";
import type { Questionnaire } from "../../../domain/questionnaire/resource.ts";
import { flaws, type Remark } from "../../../domain/questionnaire/rules.ts";
import { question, title } from "../../../domain/questionnaire/texts.ts";
import type { AnswersOnPage, FormForStay, PatientPage, ResponseItem } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { answerWords } from "../../parts/answerWords.ts";
import { called, isFirst } from "./labels.ts";
import { type Said, type Statement, wasSent } from "./statements.ts";

/** A part of a form that has a name, with what was said in it. */
export interface Section {
  readonly heading: string;
  readonly parts: readonly Part[];
}
export type Part = Said | Section;
export const isSection = (part: Part): part is Section => "parts" in part;

/** Everything that was told in one form, as the form asks for it. */
export interface Told {
  readonly url: string;
  readonly title: string;
  readonly copyright: string;
  readonly answers: readonly AnswersOnPage[];
  readonly parts: readonly Part[];
  /** The same without the sections. */
  readonly said: readonly Said[];
  /** Said once, and not asked any more because of what was said elsewhere. */
  readonly former: readonly Said[];
  readonly flaws: readonly { readonly label: string; readonly remark: Remark }[];
}

/** The forms by `url|version`; one that is not known leaves its answers in the order and words they came in. */
export type Forms = ReadonlyMap<string, Questionnaire>;

export const urlOf = (canonical: string): string => canonical.split("|")[0] ?? "";

/** All that was sent, form by form. Whose own answers they are is for the caller to choose. */
export function toldOn({ answers = [] }: Pick<PatientPage, "answers">, forms: Forms, language: string): readonly Told[] {
  const byForm = new Map<string, AnswersOnPage[]>();
  for (const on of answers.filter(wasSent)) {
    const url = urlOf(on.response.questionnaire);
    byForm.set(url, [...(byForm.get(url) ?? []), on]);
  }
  return [...byForm].map(([url, all]) => tell(url, all, forms, language));
}

function tell(url: string, answers: readonly AnswersOnPage[], forms: Forms, language: string): Told {
  const newest = [...answers].sort((a, b) => (a.received < b.received ? 1 : -1));
  const known = newest.map(({ response }) => forms.get(response.questionnaire)).find((form) => form !== undefined);
  const form = known && formOf(known);
  const now = answers.flatMap((on) => on.response.item ?? []);
  const there = new Set(now.map(spot));
  // What was taken away stands where it stood; without an answer no condition is met by it. What was said in the last
  // stay only was not taken away.
  const gone = answers
    .flatMap(({ changed = [], lastStay }) => (lastStay ? [] : changed))
    .filter((item) => !there.has(spot(item)))
    .map(({ answer: _gone, ...item }) => item);
  const found = form ? places(form, [...now, ...gone]) : [];
  const gather = gathered(url, answers, form, language);
  const asked = new Set(walked(found).map(({ node, within }) => spot({ linkId: node.item.linkId, within })));
  const rest = [...new Set([...now, ...gone].map(spot))].filter((at) => !asked.has(at));
  const isKnown = (at: string): boolean => form?.nodes.get(at.split("\n")[0] ?? "")?.asked ?? false;
  const parts = [...found.flatMap((place) => partsOf(place, found, gather, language)), ...rest.filter((at) => !isKnown(at)).map(gather)];
  return {
    url,
    title: known ? title(known, language) : "",
    copyright: known?.copyright ?? "",
    answers,
    parts,
    said: flat(parts),
    former: rest.filter(isKnown).map(gather).filter(({ statements }) => statements.length > 0),
    flaws: form ? flaws(form, now).map(({ linkId, remark }) => ({ label: nameOf(url, form.nodes.get(linkId), linkId, "", language), remark })) : [],
  };
}

/** The form that the page begins with: what matters to the patient. */
export const isMain = ({ sharedDocuments = [], staffDocuments = [] }: PatientPage, { url, answers }: Told): boolean =>
  isFirst(url) || answers.some(({ document, workflow }) => workflow === "what-matters" || document === sharedDocuments[0] || document === staffDocuments[0]);

/** The talk that it is: filled in by staff and patient together, and to be gone on with. */
export const talkOf = ({ talks = [] }: PatientPage, { answers }: Told): FormForStay | undefined =>
  talks.find(({ shared, staff }) => answers.some(({ document }) => document === shared || document === staff));

export const isSaid = (part: Part): part is Said => !isSection(part);
export const flat = (parts: readonly Part[]): Said[] => parts.flatMap((part) => (isSection(part) ? flat(part.parts) : [part]));

const nameOf = (url: string, node: Node | undefined, linkId: string, text: string, language: string): string =>
  called(url, linkId, (node && question(node.item, language)) || text);

/** What was said at one spot, in all the documents of the form. */
function gathered(url: string, answers: readonly AnswersOnPage[], form: Form | undefined, language: string): (at: string) => Said {
  const statements = new Map<string, Statement[]>();
  const before = new Map<string, ResponseItem[]>();
  const put = <T>(into: Map<string, T[]>, at: string, one: T): void => void into.set(at, [...(into.get(at) ?? []), one]);
  const words = (item: ResponseItem): string => answerWords(item.answer ?? [], form?.nodes.get(item.linkId), language);
  for (const on of answers) {
    const staffOnly = on.response.audience === "staff";
    for (const item of on.response.item ?? []) put(statements, spot(item), { item, on, staffOnly, words: words(item) });
    for (const item of on.changed ?? []) put(before, spot(item), item);
  }
  return (at) => {
    const [said, was] = [statements.get(at) ?? [], before.get(at)];
    const any = said[0]?.item ?? was?.[0];
    const linkId = at.split("\n")[0] ?? "";
    const node = form?.nodes.get(linkId);
    const all = [...said.map(({ item }) => item), ...(was ?? [])];
    return {
      spot: at,
      linkId,
      label: nameOf(url, node, linkId, any?.text ?? "", language),
      statements: said,
      before: was ? was.map(words).filter(Boolean).join(" / ") : null,
      unsettled: said.some(({ item }) => item.unsettled),
      closed: node ? node.item.type !== "text" && node.item.type !== "string" : all.some(({ answer = [] }) => answer.some((one) => one.valueString == null)),
    };
  };
}

/** A question, then what hangs on it; of a group with a name, a section. Nothing where nothing was said. */
function partsOf(place: Place, beside: readonly Place[], gather: (at: string) => Said, language: string): Part[] {
  const { node, within, children, said } = place;
  const own = said.length > 0 ? [gather(spot({ linkId: node.item.linkId, within }))] : [];
  const inside = children.flatMap((child) => partsOf(child, children, gather, language));
  const parts = [...own, ...inside];
  if (parts.length === 0 || (node.item.type !== "group" && !node.many)) return parts;
  const name = question(node.item, language);
  const several = beside.filter((other) => other.node === node);
  const n = several.indexOf(place) + 1;
  const heading = several.length > 1 ? (name ? _("{part}, {n} of {all}", { part: name, n, all: several.length }) : _("{n} of {all}", { n, all: several.length })) : name;
  return heading ? [{ heading, parts }] : parts;
}
