import { base64, bytes, random } from "../../../store/bytes.ts";
import type { More } from "../../../store/wrap.ts";

/** The device's own lock (finger, face, code) can keep a secret for this page: only browsers with PRF. */
export async function hasPasskeys(): Promise<boolean> {
  if (typeof PublicKeyCredential === "undefined") return false;
  try {
    const can = await PublicKeyCredential.getClientCapabilities?.();
    if (can?.["extension:prf"] === false) return false;
    return await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
  } catch {
    return false;
  }
}

/** Thrown when the person said no, or the device's lock cannot keep a secret. */
export class NoPasskey extends Error {}

/** Makes one, and gives its name. It carries no name of a person: it is shown in the phone's own lists. */
export async function newPasskey(): Promise<string> {
  const made = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: random(32),
        rp: { name: "Viktig" },
        user: { id: random(16), name: "Viktig", displayName: "Viktig" },
        pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
        authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
        extensions: { prf: {} },
      },
    }),
  );
  if (!made.getClientExtensionResults().prf?.enabled) throw new NoPasskey();
  return base64(new Uint8Array(made.rawId));
}

/** The bits that this passkey gives for a salt, after finger, face or code. */
export const passkeyBits = (credential: string): More => async (salt) => {
  const found = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        allowCredentials: [{ type: "public-key", id: bytes(credential) }],
        userVerification: "required",
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  const first = found.getClientExtensionResults().prf?.results?.first;
  if (!first) throw new NoPasskey();
  return first instanceof ArrayBuffer ? new Uint8Array(first) : new Uint8Array(first.buffer);
};

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  const found = await ask().catch(() => null);
  if (!(found instanceof PublicKeyCredential)) throw new NoPasskey();
  return found;
}
