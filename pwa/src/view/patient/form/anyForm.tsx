/** Any form in the hands of Ingrid: what the tests of forms have in common. */
import "fake-indexeddb/auto";
import { vi } from "vitest";
import { unspot } from "../../../domain/join.ts";
import type { Item } from "../../../domain/questionnaire/index.ts";
import type { FormForStay, Stay } from "../../../domain/wire.ts";
import { statements } from "../../../store/answers.ts";
import { open } from "../../../store/here.ts";
import { FORM, newPhone, STAY } from "../../../store/ingrid.ts";
import { App } from "../App.tsx";
import { close, heading, show, text, until } from "../hands.ts";
import { bring } from "../Rest.tsx";
import { go } from "../route.ts";

export const FHIR = "http://hl7.org/fhir/StructureDefinition/";
export const control = (code: string) => ({ url: `${FHIR}questionnaire-itemControl`, valueCodeableConcept: { coding: [{ code }] } });
export const option = (code: string, display: string) => ({ valueCoding: { code, display } });

let forms = 0;

/** Another form of the stay's name, at a screen of it. */
export const at = (link: string, ...item: Item[]): Promise<void> => inStay(link, {}, {}, item);

/** `newer`: the questions of the next version. */
export async function inStay(link: string, stay: Partial<Stay>, form: Partial<FormForStay>, item: Item[], newer: Item[] = []): Promise<void> {
  await close();
  const path = `forms/any@${++forms}.json`;
  const body = (items: Item[]) => JSON.stringify({ resourceType: "Questionnaire", url: "any", version: String(forms), item: items });
  vi.stubGlobal("fetch", async (asked: string) => new Response(body(asked.includes("newer") ? newer : item)));
  const holder = await newPhone();
  await open(holder, [{ room: "stay", key: STAY.id, body: { ...STAY, ...stay, forms: [{ ...FORM, path, ...form }] } }]);
  go(`/p/form/what-matters/${link}`);
  await show(<App later={async () => bring()} />);
  await until(() => heading() !== "" && !text().includes("Just a moment"), text);
}

export const answersTo = (linkId: string) =>
  [...statements(FORM)].flatMap(([spot, { items }]) => (unspot(spot).linkId === linkId ? items.flatMap(({ answer = [] }) => answer) : []));
export const kept = (linkId: string, n: number): Promise<void> => until(() => answersTo(linkId).length === n, () => JSON.stringify([...statements(FORM)]));
