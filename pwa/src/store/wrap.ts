import { base64, bytes, random, utf8 } from "./bytes.ts";

/** A person's data key, wrapped: base64 of the salt, and of the iv with the sealed key. */
export interface Wrapped {
  readonly salt: string;
  readonly key: string;
}

/** What the wrapping comes from besides this phone's own key: nothing, a PIN's bits, a passkey's bits. */
export type More = (salt: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
const nothing: More = async () => new Uint8Array();

const IV = 12;
const AES = { name: "AES-GCM", length: 256 } as const;

async function wrapping(phone: CryptoKey, salt: Uint8Array<ArrayBuffer>, more: More): Promise<CryptoKey> {
  const how = { name: "HKDF", hash: "SHA-256", salt, info: utf8("wrap") };
  const [own, beside] = await Promise.all([crypto.subtle.deriveBits(how, phone, 256), more(salt)]);
  const both = new Uint8Array([...new Uint8Array(own), ...beside]);
  const base = await crypto.subtle.importKey("raw", both, "HKDF", false, ["deriveKey"]);
  both.fill(0);
  return crypto.subtle.deriveKey(how, base, AES, false, ["encrypt", "decrypt"]);
}

/** The key's bytes are wiped when they have been sealed. */
export async function wrap(raw: Uint8Array<ArrayBuffer>, phone: CryptoKey, more = nothing): Promise<Wrapped> {
  const [salt, iv] = [random(16), random(IV)];
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await wrapping(phone, salt, more), raw);
  raw.fill(0);
  return { salt: base64(salt), key: base64(new Uint8Array([...iv, ...new Uint8Array(sealed)])) };
}

/** Rejects when the PIN is wrong. */
export async function unwrap(wrapped: Wrapped, phone: CryptoKey, more = nothing): Promise<Uint8Array<ArrayBuffer>> {
  const key = bytes(wrapped.key);
  const how = { name: "AES-GCM", iv: key.subarray(0, IV) };
  const opener = await wrapping(phone, bytes(wrapped.salt), more);
  return new Uint8Array(await crypto.subtle.decrypt(how, opener, key.subarray(IV)));
}
