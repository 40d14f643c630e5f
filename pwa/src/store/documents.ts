import { computed } from "@preact/signals";
import { instant, sha256, uuid7 } from "../domain/ids.ts";
import { type Bases, heads, SHAPE } from "../domain/version.ts";
import type { Content, QuestionnaireResponse, Stay } from "../domain/wire.ts";
import { here, type Held, inTurn, keep, type Keep, rooms } from "./here.ts";

/** The stay that the phone is about: the newest one that was no mistake. */
export const stay = computed<Stay | undefined>(() =>
  [...rooms.stay.value.values()]
    .sort((a, b) => Number(mistaken(a)) - Number(mistaken(b)) || (a.admitted < b.admitted ? 1 : -1))
    .at(0),
);
const mistaken = ({ status }: Stay): boolean => status === "cancelled" || status === "entered-in-error";

/** After a death or a mistake nobody is asked for anything, and nothing reminds. */
export const quiet = computed(() => ["died", "wrong-patient", "cancelled"].includes(stay.value?.ending ?? ""));

const byDocument = computed(() => {
  const found = new Map<string, Held[]>();
  for (const held of rooms.versions.value.values()) found.set(held.id, [...(found.get(held.id) ?? []), held]);
  return found;
});
const read = new WeakMap<Held, Content>();

export function content(held: Held): Content {
  const known = read.get(held) ?? (JSON.parse(held.text) as Content);
  read.set(held, known);
  return known;
}

export const response = (held: Held): QuestionnaireResponse | undefined => {
  const found = content(held);
  return found.resourceType === "QuestionnaireResponse" ? found : undefined;
};

/** Every document of which a version lies here. */
export const documents = (): readonly string[] => [...byDocument.value.keys()];
export const versionsOf = (document: string): readonly Held[] => byDocument.value.get(document) ?? [];
export const basesOf = (document: string): Bases => new Map(versionsOf(document).map((held) => [held.version, held.base]));
/** What the document's versions were written on and this phone does not know: who came late has only what stands now. */
export function missing(document: string): string[] {
  const known = basesOf(document);
  return [...new Set([...known.values()].flat())].filter((base) => !known.has(base)).sort();
}
export const headsOf = (document: string): string[] => heads(basesOf(document));

export const mine = (held: Held): boolean => held.author === here.value?.person.author;

/** As many as a version may name; what is left out stands beside it and is joined all the same. */
const MOST_BASES = 20;

/** Half a sign, left by a keyboard that cut an emoji in two, is no text that a server can read. */
const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** A new version of a document and its place in the outbox, to be written in one transaction. */
export async function newVersion(document: string, said: Content, base: readonly string[] = headsOf(document)): Promise<Keep[]> {
  const [who, where] = [here.value, stay.value];
  if (!who || !where) throw new Error("nobody is here");
  const text = JSON.stringify(said, (_key, value: unknown) => (typeof value === "string" ? whole(value) : value));
  const held: Held = {
    id: document,
    version: uuid7(),
    base: base.slice(-MOST_BASES),
    patient: where.patient,
    author: who.person.author,
    recorded: instant(),
    received: "",
    shape: SHAPE,
    hash: await sha256(text),
    text,
    local: true,
  };
  return [
    { room: "versions", key: held.version, body: held },
    { room: "outbox", key: held.version, body: { attempts: 0 } },
  ];
}

/** The person's own latest word in a small document of theirs; `same` tells which one it is. */
export function said<T extends Content>(same: (content: Content) => content is T): { document: string; held: Held; content: T } | undefined {
  for (const [document, versions] of byDocument.value) {
    const [newest] = headsOf(document).slice(-1);
    const held = versions.find((each) => each.version === newest);
    const found = held && content(held);
    if (held && found && mine(held) && same(found)) return { document, held, content: found };
  }
  return undefined;
}

/**
 * Says it, or says it anew, under the person's own name; `words` may hang on what was said before. `jotting`: where its
 * words were begun; they leave that place in the same write, so that a page closed in between finds them in one of the two.
 */
export function say<T extends Content>(words: T | ((before?: T) => T), same: (content: Content) => content is T, jotting = ""): Promise<void> {
  const begun: Keep[] = jotting ? [{ room: "jottings", key: jotting }] : [];
  return inTurn(async () => {
    const before = said(same);
    const now = typeof words === "function" ? words(before?.content) : words;
    await keep([...(await newVersion(before?.document ?? uuid7(), now)), ...begun]);
  });
}
