import { base64, random, utf8 } from "./bytes.ts";

/** Seals what lies on the disk. Each sealing has an iv of its own, which also tells one writing of a row from the next. */
export interface Seal {
  /** What a row is called on the disk; it tells neither its room nor its key. */
  name(room: string, key: string): Promise<string>;
  /** The iv, and behind it the sealed bytes. */
  close(name: string, thing: unknown): Promise<Uint8Array<ArrayBuffer>>;
  /** Rejects when the bytes were changed, or belong under another name. */
  open(name: string, sealed: Uint8Array<ArrayBuffer>): Promise<unknown>;
}

const IV = 12;
const NONE = new Uint8Array();

export const ivOf = (sealed: Uint8Array): string => base64(sealed.subarray(0, IV));

/** From a secret that cannot be taken out of the browser (an HKDF key). */
export async function sealOf(secret: CryptoKey): Promise<Seal> {
  const from = (info: string) => ({ name: "HKDF", hash: "SHA-256", salt: NONE, info: utf8(info) });
  const [words, names] = await Promise.all([
    crypto.subtle.deriveKey(from("words"), secret, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]),
    crypto.subtle.deriveKey(from("names"), secret, { name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]),
  ]);
  const known = new Map<string, Promise<string>>();
  return {
    name(room, key) {
      const whole = `${room}\0${key}`;
      const name = known.get(whole) ?? sign(names, whole);
      known.set(whole, name);
      return name;
    },
    async close(name, thing) {
      const iv = random(IV);
      const how = { name: "AES-GCM", iv, additionalData: utf8(name) };
      const sealed = new Uint8Array(await crypto.subtle.encrypt(how, words, utf8(JSON.stringify(thing))));
      const whole = new Uint8Array(IV + sealed.length);
      whole.set(iv);
      whole.set(sealed, IV);
      return whole;
    },
    async open(name, sealed) {
      const how = { name: "AES-GCM", iv: sealed.subarray(0, IV), additionalData: utf8(name) };
      const text = await crypto.subtle.decrypt(how, words, sealed.subarray(IV));
      return JSON.parse(new TextDecoder().decode(text)) as unknown;
    },
  };
}

const sign = async (key: CryptoKey, text: string): Promise<string> =>
  base64(new Uint8Array(await crypto.subtle.sign("HMAC", key, utf8(text))).subarray(0, 16));

/** A secret that stays in the browser: its bytes are wiped as soon as they have become a key. */
export async function secretOf(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey("raw", raw, "HKDF", false, ["deriveKey", "deriveBits"]);
  raw.fill(0);
  return secret;
}
