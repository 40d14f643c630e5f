import { bySpot, joined, meaning, spot } from "../domain/join.ts";
import { ancestors, newest } from "../domain/version.ts";
import type { FormForStay, ResponseItem } from "../domain/wire.ts";
import { basesOf, headsOf, missing, response, versionsOf } from "./documents.ts";
import { type Draft, type Held, rooms } from "./here.ts";

export type Audience = "all" | "staff";
type Items = readonly ResponseItem[];

/** What stands as the answer to one question now. */
export interface Statement {
  readonly items: Items;
  readonly audience: Audience;
  /** Still only a draft on this phone. */
  readonly draft: boolean;
}

export const documentOf = (form: FormForStay, audience: Audience): string =>
  audience === "staff" ? form.staff : form.shared;

/** A document's answers with all its heads joined. */
export function standing(document: string): Items {
  const contents = new Map(versionsOf(document).flatMap((held) => pair(held)));
  return joined(basesOf(document), contents, headsOf(document))?.item ?? [];
}
const pair = (held: Held) => {
  const found = response(held);
  return found ? [[held.version, found] as const] : [];
};

/** Every question that has an answer, by its spot, drafts on top. */
export function statements(form: FormForStay): Map<string, Statement> {
  const found = new Map<string, Statement>();
  for (const audience of ["all", "staff"] as const) {
    for (const [link, items] of bySpot(standing(documentOf(form, audience)))) {
      found.set(link, { items: [...(found.get(link)?.items ?? []), ...items], audience, draft: false });
    }
  }
  for (const draft of draftsOf(form)) {
    const { items, audience } = draft;
    if (items.length > 0) found.set(spot(draft), { items, audience, draft: true });
    else found.delete(spot(draft));
  }
  return found;
}

export const draftsOf = (form: FormForStay): Draft[] =>
  [...rooms.drafts.value.values()].filter((draft) => draft.form === form.shared);

/** The questions that a version answers otherwise than what it was written on: one item each, without words if taken away. */
export function saidAnew(held: Held): ResponseItem[] {
  const contents = new Map(versionsOf(held.id).flatMap((each) => pair(each)));
  const below = ancestors(basesOf(held.id), held.version);
  const sent = sentVersions(held.id).filter(({ version }) => version !== held.version && below.has(version));
  // A version that is sent says anew what no version before it has sent.
  const base = response(held)?.status === "in-progress" ? held.base : newest(basesOf(held.id), sent.map(({ version }) => version));
  const before = bySpot(joined(basesOf(held.id), contents, base)?.item ?? []);
  const after = bySpot(response(held)?.item ?? []);
  const links = [...new Set([...after.keys(), ...before.keys()])];
  return links
    .filter((link) => meaning(after.get(link) ?? []) !== meaning(before.get(link) ?? []))
    .flatMap((link) => after.get(link)?.[0] ?? before.get(link)?.[0] ?? []);
}

/** The version in which a statement first came in, as far as this phone knows. */
export function carrier(form: FormForStay, item: ResponseItem): Held | undefined {
  const says = (held: Held): boolean =>
    (response(held)?.item ?? []).some(
      (other) => spot(other) === spot(item) && other.authored === item.authored && meaning([other]) === meaning([item]),
    );
  return [form.shared, form.staff]
    .flatMap((document) => versionsOf(document).filter(says))
    .sort((a, b) => (a.version < b.version ? -1 : 1))[0];
}

/** The spots that were written differently in two places, and that nobody has chosen between. */
export const unsettledLinks = (form: FormForStay): string[] =>
  [...statements(form)].flatMap(([link, { items }]) => (items.some(({ unsettled }) => unsettled) ? [link] : []));

/** The sent versions of a document; the team sees the newest of them. */
export const sentVersions = (document: string): Held[] =>
  versionsOf(document).filter((held) => ["completed", "amended"].includes(response(held)?.status ?? ""));

/** The answers as the team sees them. */
export function sentItems(document: string): Items {
  const sent = sentVersions(document);
  const contents = new Map(versionsOf(document).flatMap((held) => pair(held)));
  const top = newest(basesOf(document), sent.map(({ version }) => version));
  return joined(basesOf(document), contents, top)?.item ?? [];
}

/** The form's documents of which this phone does not know the whole way. */
export const gaps = (form: FormForStay): string[] => [form.shared, form.staff].filter((document) => missing(document).length > 0);

export const wasSent = (form: FormForStay): boolean =>
  sentVersions(form.shared).length + sentVersions(form.staff).length > 0;

/** When the first Send happened: the server's time when it is known, else the phone's. */
export function sentAt(form: FormForStay): string {
  const sent = [...sentVersions(form.shared), ...sentVersions(form.staff)];
  return sent.map((held) => held.received || held.recorded).sort()[0] ?? "";
}

/** Two statements that were unsettled and are now both meant. */
export const settles = (was: Items, items: Items): boolean =>
  was.some((item) => item.unsettled) && !items.some((item) => item.unsettled);

/** The spots whose answer now differs from what was sent. */
export function unsentLinks(form: FormForStay): string[] {
  const sent = new Map<string, Items>();
  for (const audience of ["all", "staff"] as const) {
    for (const [link, items] of bySpot(sentItems(documentOf(form, audience)))) {
      sent.set(`${audience} ${link}`, items);
    }
  }
  const now = statements(form);
  const links = new Set([...now.keys(), ...[...sent.keys()].map((key) => key.slice(key.indexOf(" ") + 1))]);
  return [...links].filter((link) => {
    const { items = [], audience = "all" } = now.get(link) ?? {};
    const other = audience === "all" ? "staff" : "all";
    const before = sent.get(`${audience} ${link}`) ?? [];
    return meaning(items) !== meaning(before) || settles(before, items) || sent.has(`${other} ${link}`);
  });
}
