import { clock } from "./clock.ts";

/** A new identifier: UUID version 7, in order of the device's clock. */
export function uuid7(now = clock()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let place = 0, rest = now; place < 6; place++) {
    bytes[5 - place] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Names one person on one device: 20 letters and digits by chance. */
export function newProfile(): string {
  const signs = "abcdefghijklmnopqrstuvwxyz234567";
  return Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => signs[byte % 32]).join("");
}

/** SHA-256 over the text's UTF-8 bytes, in hex, as the server's receipts give it. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The time as it travels. */
export const instant = (now = clock()): string => new Date(now).toISOString();
