import { instant } from "../domain/ids.ts";
import type { RescueCopy } from "../domain/rescue.ts";
import { stay } from "./documents.ts";
import { begunVersions } from "./entries.ts";
import { draftVersions } from "./form.ts";
import { here, inTurn, keep, type Keep, rooms } from "./here.ts";

/** Everything of this person that no server has received: what waits, what is parked, and what is half written. */
export function unsentCopy(): Promise<RescueCopy> {
  return inTurn(async () => {
    const waiting = [...rooms.outbox.value.keys()].flatMap((version) => rooms.versions.value.get(version) ?? []);
    const drafts = await begunVersions();
    for (const form of stay.value?.forms ?? []) drafts.push(...(await draftVersions(form)));
    return {
      author: here.value?.person.author ?? "",
      patient: stay.value?.patient ?? "",
      made: instant(),
      versions: [...waiting, ...drafts].map(({ received: _not, authorName: _known, local: _here, ...rest }) => rest),
    };
  });
}

/** Puts what a copy holds in the queue of this phone; gives how many things of it were new here. Reading twice changes nothing. */
export function takeBack({ versions }: RescueCopy): Promise<number> {
  return inTurn(async () => {
    const fresh = versions.filter(({ version }) => !rooms.versions.value.has(version));
    const found = fresh.flatMap((rescued): Keep[] => [
      { room: "versions", key: rescued.version, body: { ...rescued, received: "" } },
      { room: "outbox", key: rescued.version, body: { attempts: 0 } },
    ]);
    await keep(found);
    const below = new Set(fresh.flatMap(({ base }) => base));
    return fresh.filter(({ version }) => !below.has(version)).length;
  });
}

/** A copy is read in by the one who wrote it; the ward reads in those of others. */
export const ownCopy = ({ author, versions }: RescueCopy): boolean =>
  author === here.value?.person.author && versions.every((rescued) => rescued.author === author);
