import type { Stay } from "../domain/wire.ts";
import type { Held, Holds, Keep, RoomName } from "./here.ts";

/** On a phone that others use, too, only what has not been received lies on the disk; the rest is fetched anew. */
const IN_MEMORY: ReadonlySet<string> = new Set(["reviews", "tasks", "attentions", "carers", "cursor"]);

/** `now` is how the rooms will be; gives what the disk is told. */
export function forDisk(changes: readonly Keep[], now: Holds): Keep[] {
  const versions = changes.filter(({ room }) => room === "versions" || room === "outbox");
  const touched = new Set(versions.map(({ key }) => now.versions.get(key)?.id));
  const gone = new Set(passed(now).flatMap(({ id, version }) => (touched.has(id) ? [version] : [])));
  return [
    ...changes.filter(({ room, key }) => !IN_MEMORY.has(room) && !(room === "versions" && gone.has(key))).map(unremembered),
    ...[...gone].map((key): Keep => ({ room: "versions", key })),
  ];
}

/** What was answered in an earlier stay is told anew by the server. */
function unremembered(change: Keep): Keep {
  if (change.room !== "stay" || !change.body?.earlier) return change;
  const { earlier: _, ...body } = change.body;
  return { ...change, body };
}

/** What the disk gave, and what was in memory only. */
export function withMemory(room: RoomName, disk: ReadonlyMap<string, unknown>, before: Holds): ReadonlyMap<string, unknown> {
  if (IN_MEMORY.has(room)) return before[room];
  if (room === "stay") return new Map([...disk].map(([key, body]) => [key, { ...(body as Stay), ...earlierIn(before.stay.get(key)) }]));
  if (room !== "versions") return disk;
  return new Map([...passed(before).map((held) => [held.version, held] as const), ...disk]);
}

const earlierIn = (stay: Stay | undefined): Pick<Stay, "earlier"> => (stay?.earlier ? { earlier: stay.earlier } : {});

/** Received, and nobody is still writing on it: a form that was sent, a mark that was set. */
function passed({ versions, outbox }: Holds): Held[] {
  const all = [...versions.values()];
  const replaced = new Set(all.flatMap(({ base }) => base));
  const written = new Set(all.filter((held) => !replaced.has(held.version) && drafted(held)).map(({ id }) => id));
  return all.filter(({ id, version, received }) => received && !outbox.has(version) && !written.has(id));
}

const drafted = ({ text }: Held): boolean => {
  const { resourceType, status } = JSON.parse(text) as { resourceType?: string; status?: string };
  return resourceType === "QuestionnaireResponse" && status === "in-progress";
};
