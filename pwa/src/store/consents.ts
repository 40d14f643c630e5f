import { computed } from "@preact/signals";
import { instant, uuid7 } from "../domain/ids.ts";
import type { Carer, Consent, ResponseItem } from "../domain/wire.ts";
import { sentItems } from "./answers.ts";
import { content, headsOf, newVersion, response, stay, versionsOf } from "./documents.ts";
import { type Held, inTurn, keep, rooms } from "./here.ts";

export type Terms = Pick<Consent, "name" | "relation" | "scopes" | "until">;

/** Somebody who helps, as the patient has it now; `waiting`: what was decided here has not reached the ward yet. */
export interface Helping extends Carer {
  readonly waiting?: boolean;
}

/** Everybody who helps in this stay; what was decided on this phone stands before what the ward knows. */
export const carers = computed<Helping[]>(() => {
  const found = new Map<string, Helping>([...rooms.carers.value.values()].filter(({ encounter }) => encounter === stay.value?.id).map((each) => [each.id, each]));
  for (const held of rooms.versions.value.values()) {
    const said = content(held);
    if (said.resourceType !== "Consent" || said.encounter !== stay.value?.id || !headsOf(held.id).includes(held.version)) continue;
    const known = found.get(held.id);
    if (!known || !held.received) found.set(held.id, decided(said, held, known));
  }
  return [...found.values()].map(ended).sort((a, b) => (a.id < b.id ? -1 : 1));
});

/** The last day ends it by itself: nobody tells the phone. */
const ended = (carer: Helping): Helping => (isOver(carer.until) ? { ...carer, status: "ended" } : carer);
export const isOver = (until = ""): boolean => until !== "" && until < today();
/** The day it is in the unit, as the server counts it. */
const today = (): string => new Date(instant()).toLocaleDateString("sv", { timeZone: stay.value?.unit.timezone ?? "Europe/Oslo" });

function decided(said: Consent, held: Held, known: Helping | undefined): Helping {
  const ended = said.status !== "active";
  return {
    id: held.id,
    encounter: said.encounter,
    name: known?.name ?? said.name,
    relation: known?.relation ?? said.relation ?? "",
    scopes: said.scopes ?? [],
    until: said.until ?? "",
    status: ended ? "ended" : known?.status === "active" ? "active" : "invited",
    ground: "patient",
    since: held.recorded,
    waiting: !held.received,
  };
}

/** Decides what somebody may see; gives who it is. */
export function share(terms: Terms, carer: string = uuid7()): Promise<string> {
  return decide(carer, { ...terms, status: "active" });
}

/** Ends it: from the next time their phone has a network, it shows nothing of the patient's. */
export const endSharing = ({ id, name, relation = "", scopes = [], until = "" }: Helping): Promise<string> =>
  decide(id, { name, relation, scopes, until, status: "inactive" });

const decide = (related: string, { until, ...said }: Terms & Pick<Consent, "status">): Promise<string> =>
  inTurn(async () => {
    const consent: Consent = { resourceType: "Consent", encounter: stay.value?.id ?? "", related, ...said, ...(until && { until }) };
    await keep(await newVersion(related, consent));
    return related;
  });

/** What somebody who helps has told of themselves and wants the patient to see. */
export function toldBy(carer: string): readonly ResponseItem[] {
  const documents = new Set(
    [...rooms.versions.value.values()].filter((held) => response(held)?.subject === `RelatedPerson/${carer}`).map(({ id }) => id),
  );
  return [...documents].filter((document) => versionsOf(document).length > 0).flatMap((document) => sentItems(document));
}
