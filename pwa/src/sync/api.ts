import type { ProblemSlug } from "../domain/wire.ts";
import { heardClock } from "../store/clock.ts";

/** A problem of the server's closed list, or that it was not reached at all. */
export type Fault = ProblemSlug | "offline";

export class ApiProblem extends Error {
  readonly slug: Fault;
  readonly status: number;

  constructor(slug: Fault, status = 0, detail = "") {
    super(detail || slug);
    this.slug = slug;
    this.status = status;
  }
}

export interface Asking {
  /** Whose cookie counts: the person, or the member of staff, on this device. */
  profile?: string | undefined;
  /** The `tag` of what was read, for a change of it. */
  ifMatch?: string | undefined;
  signal?: AbortSignal;
}

/** A line that is dead says nothing; after so long it is taken for one: milliseconds, and more for each byte on a slow one. */
const LONGEST = 60_000;
const SLOWEST = 0.5;

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** One question to the server. Throws ApiProblem; an answer without a body is undefined. */
export function request<T>(method: Method, path: string, body?: unknown, asking: Asking = {}): Promise<T> {
  return ask<T>(method, path, body === undefined ? undefined : JSON.stringify(body), asking);
}

/** The same with a body that is already written, byte for byte (and perhaps packed). */
export async function ask<T>(
  method: Method,
  path: string,
  body: BodyInit | undefined,
  { profile, ifMatch, signal }: Asking,
  encoding = "",
): Promise<T> {
  const headers = new Headers({ Accept: "application/json" });
  if (method !== "GET") headers.set("Content-Type", "application/json");
  if (profile) headers.set("Viktig-Profile", profile);
  if (ifMatch) headers.set("If-Match", ifMatch);
  if (encoding) headers.set("Content-Encoding", encoding);
  let answer: Response;
  let text: string;
  const line = new AbortController();
  const hangUp = (): void => line.abort();
  const late = setTimeout(hangUp, LONGEST + SLOWEST * sizeOf(body));
  signal?.addEventListener("abort", hangUp);
  try {
    answer = await fetch(path, { method, headers, cache: "no-store", body: body ?? null, signal: line.signal });
    text = await answer.text();
  } catch {
    throw new ApiProblem("offline");
  } finally {
    clearTimeout(late);
    signal?.removeEventListener("abort", hangUp);
  }
  if (!answer.ok) throw told(answer.status, text);
  try {
    const said = (text === "" ? undefined : JSON.parse(text)) as T;
    heardClock(answer.headers.get("Date"));
    return said;
  } catch {
    // A hotel's or a ward's sign-in page answers 200 with HTML: the server was not reached.
    throw new ApiProblem("offline");
  }
}

const sizeOf = (body?: BodyInit): number => (body instanceof Blob ? body.size : typeof body === "string" ? body.length : 0);

function told(status: number, text: string): ApiProblem {
  try {
    const { type, detail } = JSON.parse(text) as { type: ProblemSlug; detail?: string };
    return new ApiProblem(type, status, detail);
  } catch {
    // Something between us and the server answered for it.
    return new ApiProblem(status >= 502 && status <= 504 ? "not-available" : "unexpected", status);
  }
}
