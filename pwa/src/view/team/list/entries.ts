import { type Entry, type EntryKind, isEntry, joined, type Joined, marked } from "../../../domain/entry.ts";
import { instant, uuid7 } from "../../../domain/ids.ts";
import { type Bases, heads, SHAPE } from "../../../domain/version.ts";
import type { Content, PatientPage, StoredVersion } from "../../../domain/wire.ts";
import { ApiProblem, type Fault } from "../../../sync/api.ts";
import * as api from "../api.ts";
import { act } from "../page/page.ts";
import { staff } from "../session.ts";

/** One entry of the patient's list as it stands. */
export interface OnPage<E extends Entry = Entry> extends Joined<E> {
  readonly document: string;
  readonly bases: Bases;
  readonly contents: ReadonlyMap<string, Entry>;
  /** As they were handed in, as far as the page knows. */
  readonly versions: readonly StoredVersion[];
}

/** In the order they were written down. */
export function onPage<K extends EntryKind>(page: PatientPage, kind: K): readonly OnPage<Extract<Entry, { resourceType: K }>>[] {
  const byDocument = new Map<string, StoredVersion[]>();
  for (const version of page.entries ?? []) byDocument.set(version.id, [...(byDocument.get(version.id) ?? []), version]);
  return [...byDocument].flatMap(([document, versions]) => {
    const bases: Bases = new Map(versions.map(({ version, base = [] }) => [version, base]));
    const contents = new Map(
      versions.flatMap(({ version, content }) => (isEntry(content as Content) ? [[version, content as Entry] as const] : [])),
    );
    const now = joined(bases, contents, heads(bases));
    const sorted = [...versions].sort((a, b) => (a.received < b.received ? -1 : 1));
    if (!now || now.entry.removed || now.entry.resourceType !== kind) return [];
    return [{ ...now, entry: now.entry as Extract<Entry, { resourceType: K }>, document, bases, contents, versions: sorted }];
  });
}

/** Says something of an entry: a tick, what was answered, a confirmation. The patient's words stay as they are. */
export const say = ({ document, bases, contents }: OnPage, change: object): Promise<void> =>
  act(async ({ encounter }) => {
    const versions = marked(bases, contents, heads(bases), change as Partial<Entry>).map(({ base, content }) => ({
      id: document,
      version: uuid7(),
      base,
      patient: encounter.patient.id,
      author: `Practitioner/${staff.value?.id ?? ""}`,
      recorded: instant(),
      shape: SHAPE,
      content,
    }));
    const { receipts } = await api.putVersions(encounter.id, versions);
    const refused = receipts.find(({ outcome }) => outcome === "refused");
    if (refused) throw new ApiProblem((refused.problem || "unexpected") as Fault);
  });
