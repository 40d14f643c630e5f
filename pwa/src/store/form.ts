import { bySpot, meaning, spot, together, unspot } from "../domain/join.ts";
import type { FormForStay, QuestionnaireResponse, ResponseItem, Speaker } from "../domain/wire.ts";
import { type Audience, documentOf, draftsOf, sentItems, sentVersions, settles, standing, statements, wasSent } from "./answers.ts";
import { headsOf, newVersion, response, stay, versionsOf } from "./documents.ts";
import { type Draft, type Held, here, inTurn, keep, type Keep, onLeave, type Place, rooms } from "./here.ts";

type Items = readonly ResponseItem[];

/** Who holds the phone, as the answers name them. */
export function writer(): Speaker {
  const person = here.value?.person;
  return person?.role === "related"
    ? { kind: "related", name: person.name, ...(person.relation && { relation: person.relation }) }
    : patientSpeaker();
}
export const patientSpeaker = (): Speaker => ({ kind: "patient", name: here.value?.given ?? "" });

const keyOf = (form: FormForStay, spot: string): string => `${form.shared}/${spot}`;

/** Keeps what is being written as the answer at one spot of the form; resolved when it is safe on this phone. */
export function hold(form: FormForStay, spot: string, items: Items, audience: Audience): Promise<void> {
  return inTurn(async () => {
    const key = keyOf(form, spot);
    if (strange(key)) await keepSafe(form);
    const before = rooms.drafts.value.get(key);
    const now = statements(form).get(spot);
    const was = before ? before.was : (now?.items ?? []);
    const wasAudience = before ? before.wasAudience : (now?.audience ?? "all");
    const same = meaning(was) === meaning(items) && wasAudience === audience && !settles(was, items);
    const draft: Draft = { form: form.shared, ...unspot(spot), items, audience, was, wasAudience };
    await keep([same ? { room: "drafts", key } : { room: "drafts", key, body: draft }]);
    written.set(key, JSON.stringify(items));
  });
}

/** What this tab wrote last as the answer to each question. */
const written = new Map<string, string>();
onLeave(() => written.clear());

/** Another tab has gone on writing beside this one: its words become a version before ours take their place. */
function strange(key: string): boolean {
  const [there, own] = [rooms.drafts.value.get(key), written.get(key)];
  return there !== undefined && own !== undefined && JSON.stringify(there.items) !== own;
}

/** The person goes on from a question: what was written becomes a version that the server may keep safe. */
export function leaveQuestion(form: FormForStay): Promise<void> {
  return inTurn(async () => {
    if (!place(form).phoneOnly && draftsOf(form).length > 0) await keepSafe(form);
  });
}

export async function keepSafe(form: FormForStay): Promise<void> {
  const drafts = draftsOf(form);
  await keep([
    ...(await versionOf(form, "all", false)),
    ...(await versionOf(form, "staff", false)),
    ...folded(form, drafts),
  ]);
}

/** What the drafts would be as versions, for a copy; they stay drafts here. */
export async function draftVersions(form: FormForStay): Promise<Held[]> {
  const made = [...(await versionOf(form, "all", false)), ...(await versionOf(form, "staff", false))];
  return made.flatMap((change) => (change.room === "versions" && change.body ? [change.body] : []));
}

/** Send: the team may read it from now on. `apart`: spots that the form does not ask as things stand, left out. */
export function send(form: FormForStay, apart: ReadonlySet<string> = new Set()): Promise<void> {
  return inTurn(async () => {
    const drafts = draftsOf(form);
    const changes = [...(await versionOf(form, "all", true, apart)), ...(await versionOf(form, "staff", true, apart))];
    await keep([...changes, ...folded(form, drafts), { room: "places", key: form.shared, body: { ...place(form), step: "", sent: true } }]);
  });
}

/** To the newer version of the form, with the answers that `fits` there; the others stay in the history. */
export function moveOn(form: FormForStay, fits: (linkId: string) => boolean): Promise<void> {
  return inTurn(async () => {
    const where = stay.value;
    const { newer = "", newerPath = "", ...rest } = form;
    if (!where || !newer) return;
    await keepSafe(form);
    const moved = [form.shared, form.staff].map(async (document) => {
      const items = standing(document);
      const last = versionsOf(document).flatMap((held) => response(held) ?? []).at(-1);
      if (!last) return [];
      return newVersion(document, { ...last, questionnaire: newer, status: "in-progress", language: speaking(), item: items.filter(({ linkId }) => fits(linkId)) });
    });
    const forms = (where.forms ?? []).map((each) => (each.shared === form.shared ? { ...rest, questionnaire: newer, path: newerPath } : each));
    await keep([...(await Promise.all(moved)).flat(), { room: "stay", key: where.id, body: { ...where, forms } }]);
  });
}

export const place = (form: FormForStay): Place => rooms.places.value.get(form.shared) ?? { step: "" };

export const keepPlace = (form: FormForStay, change: Partial<Place>): Promise<void> =>
  inTurn(() => keep([{ room: "places", key: form.shared, body: { ...place(form), ...change } }]));

/** Sent from here and received, and no longer here: others use this phone, and there was no network since. */
export const goneFromHere = (form: FormForStay): boolean =>
  place(form).sent === true && !wasSent(form) && statements(form).size === 0;

const folded = (form: FormForStay, drafts: readonly Draft[]): Keep[] =>
  drafts.map((draft) => ({ room: "drafts", key: keyOf(form, spot(draft)) }));

async function versionOf(form: FormForStay, audience: Audience, sending: boolean, apart: ReadonlySet<string> = new Set()): Promise<Keep[]> {
  const [document, where] = [documentOf(form, audience), stay.value];
  if (!document || !where) return [];
  const items = folding(form, audience).filter((item) => !apart.has(spot(item)));
  const before = versionsOf(document);
  const sent = sentVersions(document).length > 0;
  const changed = meaning(items) !== meaning(standing(document)) || settles(standing(document), items);
  if (!changed && (!sending || !unsent(document))) return [];
  // What a carer keeps from the patient leaves no empty answer for the patient to find.
  if (before.length === 0 && items.length === 0 && (audience === "staff" || !sending || isOwn(form))) return [];
  const said: QuestionnaireResponse = {
    resourceType: "QuestionnaireResponse",
    // As it is asked now: a pen that was taken up before the answers moved to a newer version writes on there.
    questionnaire: where.forms?.find(({ shared }) => shared === form.shared)?.questionnaire ?? form.questionnaire,
    status: sending ? (sent ? "amended" : "completed") : "in-progress",
    encounter: where.id,
    language: speaking(),
    ...(isOwn(form) && { subject: here.value?.person.author ?? "" }),
    ...(audience === "staff" && { audience }),
    item: items,
  };
  return newVersion(document, said);
}

/** About the one who holds the phone and helps, not about the patient. */
export const isOwn = (form: FormForStay): boolean => form.about === "related";

const speaking = (): string => document.documentElement.lang || "nb";

/** Something stands there that the team does not see yet. */
function unsent(document: string): boolean {
  const statuses = headsOf(document).map((head) => {
    const held = versionsOf(document).find(({ version }) => version === head);
    return held && response(held)?.status;
  });
  return (
    sentVersions(document).length === 0 ||
    (statuses.includes("in-progress") &&
      (meaning(sentItems(document)) !== meaning(standing(document)) || settles(sentItems(document), standing(document))))
  );
}

/** The document's answers with the drafts worked in; who wrote the same question meanwhile is not written over. */
function folding(form: FormForStay, audience: Audience): Items {
  const other: Audience = audience === "all" ? "staff" : "all";
  const [own, there] = [bySpot(standing(documentOf(form, audience))), bySpot(standing(documentOf(form, other)))];
  for (const draft of draftsOf(form)) {
    const { items, was, audience: wished, wasAudience } = draft;
    const at = spot(draft);
    const [inside, elsewhere] = [own.get(at) ?? [], there.get(at) ?? []];
    const now = audience === "all" ? [...inside, ...elsewhere] : [...elsewhere, ...inside];
    // Nobody's "only for health personnel" is undone by somebody who did not touch that choice.
    const standsIn = inside.length > 0 ? audience : elsewhere.length > 0 ? other : wished;
    const target = wished === wasAudience ? standsIn : wished;
    const known = [meaning(was), meaning(items)].includes(meaning(now));
    if (target === audience) own.set(at, [...(known ? items : together([inside, items]))]);
    else if (known) own.delete(at);
  }
  return [...own.values()].flat();
}
