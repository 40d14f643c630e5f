/** A rescue copy: versions that no server has received, in a file that only its words open. */
import { asTyped } from "./words.ts";
import { sha256 } from "./ids.ts";
import type { Content, QuestionnaireResponse, ResponseItem } from "./wire.ts";

/** A version as it lies in the copy; `text` is the exact content that was hashed. */
export interface Rescued {
  readonly id: string;
  readonly version: string;
  readonly base: readonly string[];
  readonly patient: string;
  readonly author: string;
  readonly recorded: string;
  readonly shape: number;
  readonly hash: string;
  readonly text: string;
}
export interface RescueCopy {
  readonly author: string;
  readonly patient: string;
  readonly made: string;
  readonly versions: readonly Rescued[];
}

/** Why a file could not be read in. */
export type RescueFault = "foreign" | "broken" | "wrong-words" | "newer";

export class CannotRead extends Error {
  readonly fault: RescueFault;

  constructor(fault: RescueFault) {
    super(fault);
    this.fault = fault;
  }
}

const FORMAT = 1;
const ROUNDS = 600_000;
/** A file that asks for more is made to keep a computer busy. */
const MOST_ROUNDS = 5_000_000;
const ABOUT = {
  nb: "Redningskopi fra Viktig: det en telefon ikke fikk sendt, låst med fem ord som ble skrevet opp da den ble laget. Les den inn i Viktig: Meg, Redningskopi, Les inn. Eller gi fila og ordene til dem som passer på deg.",
  nn: "Redningskopi frå Viktig: det ein telefon ikkje fekk sendt, låst med fem ord som vart skrivne opp då kopien vart laga. Les fila inn i Viktig: Meg, Redningskopi, Les inn. Eller gi fila og orda til dei som passar på deg.",
  en: "Rescue copy from Viktig: what a phone could not send, locked with five words that were written down when it was made. Read it in on Viktig: Me, Rescue copy, Read in. Or give the file and the words to those who look after you.",
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const KINDS: ReadonlySet<string> = new Set<Content["resourceType"]>([
  "QuestionnaireResponse",
  "TaskMark",
  "TalkMark",
  "CommunicationRequest",
  "ModuleProgress",
  "VisitQuestion",
  "MedicationStatement",
  "ContactPoint",
  "Consent",
]);

interface File {
  readonly viktig: "rescue-copy";
  readonly format: number;
  readonly about: typeof ABOUT;
  readonly made: string;
  readonly rounds: number;
  readonly salt: string;
  readonly iv: string;
  /** SHA-256 of `sealed` as it stands here: tells a damaged file from wrong words. */
  readonly hash: string;
  readonly sealed: string;
}

/** The file's text. `words` are what opens it. */
export async function locked(copy: RescueCopy, words: readonly string[]): Promise<string> {
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))];
  const key = await keyOf(words.join(" "), salt, ROUNDS, "encrypt");
  const open = new TextEncoder().encode(JSON.stringify(copy));
  const sealed = base64(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, open));
  const file: File = {
    viktig: "rescue-copy",
    format: FORMAT,
    about: ABOUT,
    made: copy.made.slice(0, 10),
    rounds: ROUNDS,
    salt: base64(salt.buffer),
    iv: base64(iv.buffer),
    hash: await sha256(sealed),
    sealed,
  };
  return JSON.stringify(file, null, 1);
}

/** What the file holds. Throws CannotRead. */
export async function unlocked(text: string, words: string): Promise<RescueCopy> {
  const { salt, iv, sealed, rounds } = await whole(text);
  let open: ArrayBuffer;
  try {
    const key = await keyOf(words, salt, rounds, "decrypt");
    open = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed);
  } catch {
    throw new CannotRead("wrong-words");
  }
  return sound(new TextDecoder().decode(open));
}

async function whole(text: string) {
  const file = parsed(text) as Partial<File> | null;
  if (file === null) throw new CannotRead(text.includes('"rescue-copy"') ? "broken" : "foreign");
  if (file.viktig !== "rescue-copy" || typeof file.format !== "number") throw new CannotRead("foreign");
  if (file.format > FORMAT) throw new CannotRead("newer");
  const { rounds = 0, salt = "", iv = "", hash, sealed = "" } = file;
  try {
    const right = rounds >= 100_000 && rounds <= MOST_ROUNDS && hash === (await sha256(sealed));
    if (right) return { rounds, salt: bytes(salt), iv: bytes(iv), sealed: bytes(sealed) };
  } catch {
    // Not even base64.
  }
  throw new CannotRead("broken");
}

/** Every version must still have the words that its hash was made of. */
async function sound(text: string): Promise<RescueCopy> {
  const copy = parsed(text) as Partial<RescueCopy> | null;
  const { author, patient, made = "", versions } = copy ?? {};
  if (typeof author !== "string" || typeof patient !== "string" || !Array.isArray(versions)) throw new CannotRead("broken");
  for (const each of versions as readonly (Rescued | null)[]) {
    if (!each || !isVersion(each) || each.hash !== (await sha256(each.text))) throw new CannotRead("broken");
  }
  return { author, patient, made, versions };
}

/** Kept here, it is read at every start: what no phone could have written would shut its reader out for good. */
function isVersion({ id, version, base, patient, author, recorded, text }: Rescued): boolean {
  const names = [patient, author, recorded, text].every((word) => typeof word === "string");
  if (!names || !Array.isArray(base) || ![id, version, ...base].every((one) => typeof one === "string" && UUID.test(one))) return false;
  const said = parsed(text) as (Partial<QuestionnaireResponse> & { resourceType?: unknown }) | null;
  if (typeof said?.encounter !== "string" || typeof said.resourceType !== "string" || !KINDS.has(said.resourceType)) return false;
  const { item = [] } = said;
  return said.resourceType !== "QuestionnaireResponse" || (Array.isArray(item) && item.every(isItem));
}

const isItem = (item: Partial<ResponseItem> | null): boolean =>
  typeof item?.linkId === "string" &&
  typeof item.authored === "string" &&
  [item.saidBy?.kind, item.writtenBy?.kind].every((kind) => typeof kind === "string") &&
  (item.answer === undefined || (Array.isArray(item.answer) && item.answer.every((one) => typeof one === "object" && one !== null)));

function parsed(text: string): object | null {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "object" ? found : null;
  } catch {
    return null;
  }
}

async function keyOf(words: string, salt: BufferSource, iterations: number, use: KeyUsage): Promise<CryptoKey> {
  const said = new TextEncoder().encode(asTyped(words).join(" "));
  const from = await crypto.subtle.importKey("raw", said, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(how, from, { name: "AES-GCM", length: 256 }, false, [use]);
}

function base64(buffer: ArrayBuffer): string {
  let text = "";
  for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
  return btoa(text);
}
const bytes = (text: string) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
