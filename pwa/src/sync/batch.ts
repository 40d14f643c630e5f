import { oldestFirst } from "../domain/version.ts";
import type { Cursor } from "../domain/wire.ts";
import { type Held, rooms } from "../store/here.ts";

const LARGEST = 900_000;
const WORTH_PACKING = 2_000;

/**
 * The oldest versions that wait, as many as one request may carry, without those that were put aside. Each comes after
 * what it was written on, whatever the phone's clock said: else it would stand beside that for others meanwhile.
 */
export function nextBatch(most: number, aside: ReadonlySet<string>): Held[] {
  const waiting = [...rooms.outbox.value].flatMap(([version, { problem }]) => (problem || aside.has(version) ? [] : [version]));
  const batch: Held[] = [];
  let size = 0;
  const bases = new Map(waiting.map((version) => [version, rooms.versions.value.get(version)?.base ?? []]));
  for (const version of oldestFirst(bases, waiting)) {
    const held = rooms.versions.value.get(version);
    if (!held) continue;
    size += new TextEncoder().encode(held.text).length + 600;
    if (batch.length > 0 && (batch.length === most || size > LARGEST)) break;
    batch.push(held);
  }
  return batch;
}

/** The body as text: `content` is pasted as it was hashed, never written anew. */
export function bodyOf(since: Record<string, Cursor>, batch: readonly Held[]): string {
  const put = batch.map(({ id, version, base, patient, author, recorded, shape, text }) => {
    const around = JSON.stringify({ id, version, base, patient, author, recorded, shape });
    return `${around.slice(0, -1)},"content":${text}}`;
  });
  return `{"since":${JSON.stringify(since)},"put":[${put.join()}]}`;
}

/** Radio is dear: a longer body travels packed, where the browser can. */
export async function packed(text: string): Promise<{ body: BodyInit; encoding: string }> {
  if (text.length <= WORTH_PACKING || typeof CompressionStream === "undefined") return { body: text, encoding: "" };
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return { body: await new Response(stream).blob(), encoding: "gzip" };
}
