import type { Challenge, Session } from "../domain/wire.ts";
import { deviceKeys } from "../store/device.ts";
import { here } from "../store/here.ts";
import { ApiProblem, request } from "./api.ts";

const EXPIRED: ReadonlySet<string> = new Set(["not-signed-in", "session-expired"]);

/** Asks as the person who is here; an expired session is renewed by the device's key and the question asked once more. */
export async function asPerson<T>(ask: (profile: string) => Promise<T>, holder = here.value): Promise<T> {
  if (!holder) throw new ApiProblem("not-signed-in");
  try {
    return await ask(holder.profile);
  } catch (error) {
    if (!(error instanceof ApiProblem && EXPIRED.has(error.slug))) throw error;
    await renew(holder.profile, holder.device);
    return ask(holder.profile);
  }
}

export const personally = <T>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<T> =>
  asPerson((profile) => request<T>(method, path, body, { profile }));

async function renew(profile: string, device: string): Promise<void> {
  const keys = await deviceKeys(profile);
  if (!keys || !device) throw new ApiProblem("session-expired");
  const { nonce } = await request<Challenge>("POST", "/api/session/challenge", { device }, { profile });
  const how = { name: "ECDSA", hash: "SHA-256" };
  const signed = await crypto.subtle.sign(how, keys.privateKey, new TextEncoder().encode(nonce));
  const signature = base64url(new Uint8Array(signed));
  await request<Session>("POST", "/api/session/renew", { device, nonce, signature, profile }, { profile });
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
