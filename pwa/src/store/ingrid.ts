/** Ingrid, her daughter Mona, and their phones: the cast of the tests in this app. Everybody is invented. */
import type { QuestionnaireResponse, ResponseItem, Speaker, Stay, StoredVersion } from "../domain/wire.ts";
import { instant, sha256, uuid7 } from "../domain/ids.ts";
import type { Holder } from "./device.ts";
import { open } from "./here.ts";

/** Milliseconds that a busy machine may need until something is so. */
export const LONG = 30_000;

export const FORM = {
  questionnaire: "https://viktig.example/Questionnaire/what-matters|1.0.0",
  name: "what-matters",
  path: "forms/what-matters@1.0.0.json",
  shared: "5f0c2a54-9a3e-8c11-9a51-0c7a4f6d1e01",
  staff: "5f0c2a54-9a3e-8c11-9a51-0c7a4f6d1e02",
};

export const STAY: Stay = {
  id: "stay-1",
  patient: "patient-1",
  given: "Ingrid",
  unit: { id: "medisin-2", name: "Medisin 2", organization: "fjordbyen", kind: "medical", phone: "55 00 00 00", bell: true },
  status: "in-progress",
  admitted: "2026-11-02T07:40:00Z",
  forms: [FORM],
};

export const INGRID: Speaker = { kind: "patient", name: "Ingrid" };
export const MONA: Speaker = { kind: "related", name: "Mona", relation: "datter" };

export const ingridsPhone = (profile: string): Holder => ({
  profile,
  shelf: profile,
  person: { author: "Patient/patient-1", role: "patient", name: "Ingrid" },
  given: "Ingrid",
  unit: "Medisin 2",
  device: "device-1",
});

export const monasPhone = (profile: string): Holder => ({
  ...ingridsPhone(profile),
  person: { author: "RelatedPerson/mona", role: "related", name: "Mona", relation: "datter" },
});

let phones = 0;

/** A phone that nobody has used before, in the hand of Ingrid or Mona. */
export async function newPhone(whose: typeof ingridsPhone = ingridsPhone): Promise<Holder> {
  const holder = whose(`profile${String(++phones).padStart(4, "0")}`);
  await open(holder, [{ room: "stay", key: STAY.id, body: STAY }]);
  return holder;
}

export const said = (linkId: string, words: string, by: Speaker = INGRID, authored = instant()): ResponseItem => ({
  linkId,
  answer: [{ valueString: words }],
  saidBy: by,
  writtenBy: by,
  authored,
});

export const answers = (item: readonly ResponseItem[], status: QuestionnaireResponse["status"] = "in-progress"): QuestionnaireResponse => ({
  resourceType: "QuestionnaireResponse",
  questionnaire: FORM.questionnaire,
  status,
  encounter: STAY.id,
  language: "nb",
  item,
});

/** A version as it comes back from the server, written by somebody else. */
export async function fromServer(
  content: unknown,
  base: readonly string[] = [],
  other: Partial<StoredVersion> = {},
): Promise<StoredVersion> {
  return {
    id: FORM.shared,
    version: uuid7(),
    base,
    patient: STAY.patient,
    author: "RelatedPerson/mona",
    authorName: "Mona",
    recorded: instant(),
    received: instant(),
    shape: 1,
    hash: await sha256(JSON.stringify(content)),
    content,
    ...other,
  };
}
