import { newProfile, sha256 } from "../../../domain/ids.ts";
import type { DeviceKey, Redemption, Session, Welcome } from "../../../domain/wire.ts";
import { addHolder, type Holder, isLocked, keepNewcomer, newcomer, people, type Newcomer, set } from "../../../store/device.ts";
import { type Keep, open } from "../../../store/here.ts";
import type { Seal } from "../../../store/seal.ts";
import { ApiProblem, request } from "../../../sync/api.ts";

export type Who = Pick<Redemption, "role" | "name" | "relation" | "keeps">;

/** Turns a code into a person on this phone. Throws ApiProblem; then nothing has changed. */
export async function join(code: string, birthDate: string, who: Who): Promise<Holder> {
  const fresh = await comer(code);
  const welcome = await redeemed(fresh, { code, birthDate, ...who, profile: fresh.profile });
  const { person, stay } = welcome;
  // Somebody who was here before and needed a new code goes on with what they have on this phone.
  const before = people.value.find((holder) => holder.person.author === person.author && holder.given === stay.given);
  const holder: Holder = {
    profile: welcome.profile,
    shelf: before?.shelf ?? welcome.profile,
    person,
    given: stay.given,
    unit: stay.unit.name,
    device: welcome.device ?? "",
    ...(who.keeps && who.keeps !== "own" && { keeps: who.keeps }),
  };
  await addHolder(holder, fresh.keys);
  await set({ keeps: who.keeps ?? "own" });
  // What this person has here opens with their PIN only: the new code lets them in beside it, not around it.
  if (isLocked(holder)) await set({ last: holder.profile });
  else await enter(holder, [{ room: "stay", key: stay.id, body: stay }]);
  return holder;
}

/** The person has the phone in hand. */
export async function enter(holder: Holder, first: readonly Keep[] = [], seal?: Seal): Promise<void> {
  await open(holder, first, seal);
  await set({ last: holder.profile });
}

async function comer(code: string): Promise<Newcomer> {
  const hash = await sha256(code);
  const before = await newcomer(hash);
  if (before) return before;
  const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
  const fresh = { code: hash, profile: newProfile(), keys };
  await keepNewcomer(fresh);
  return fresh;
}

async function redeemed({ keys, profile }: Newcomer, asked: Redemption): Promise<Welcome> {
  const { x = "", y = "" } = await crypto.subtle.exportKey("jwk", keys.publicKey);
  const device: DeviceKey = { kty: "EC", crv: "P-256", x, y };
  try {
    return await request<Welcome>("POST", "/api/invitations/redeem", { ...asked, device }, { profile });
  } catch (error) {
    const session = await afterAll(error, profile);
    const { person, stay, until } = session ?? {};
    if (person && stay) return { profile, person, stay, ...(until && { until }) };
    throw error;
  }
}

/** The code counts as used when only the answer was lost on the way: then the session is already ours. */
const afterAll = (error: unknown, profile: string): Promise<Session | undefined> =>
  error instanceof ApiProblem && error.slug === "code-used"
    ? request<Session>("GET", "/api/session", undefined, { profile }).catch(() => undefined)
    : Promise.resolve(undefined);
