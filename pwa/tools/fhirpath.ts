// What FHIRPath knows of FHIR R4, cut down to what a form on a phone can hold: 8 KB instead of 54.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const MODEL = "virtual:r4";
const KEPT = ["Resource", "DomainResource", "Questionnaire", "QuestionnaireResponse", "Patient", "ValueSet", "CodeSystem"];
/** Whose code is in the file: their licences ask to be handed on with it. */
const LICENCES = ["fhirpath/LICENSE.md", "@lhncbc/ucum-lhc/LICENSE.md", "decimal.js/LICENCE.md", "date-fns/LICENSE.md"];
const ANTLR = "antlr4: Copyright (c) 2012-2017 The ANTLR Project. All rights reserved. The BSD 3-clause licence, https://www.antlr.org/license.html\n";

type Table = Record<string, unknown>;

export function fhirpath(): Plugin {
  const require = createRequire(import.meta.url);
  return {
    name: "viktig-fhirpath",
    resolveId: (id) => (id === MODEL ? MODEL : undefined),
    load: (id) => (id === MODEL ? source(require("fhirpath/fhir-context/r4") as Table) : undefined),
  };
}

/** The texts of the licences, beside the file that they are about. */
export function licences(): Plugin {
  return {
    name: "viktig-licences",
    apply: "build",
    generateBundle() {
      const texts = LICENCES.map((path) => new URL(`../node_modules/${path}`, import.meta.url)).filter(existsSync);
      const all = texts.map((path) => readFileSync(path, "utf8"));
      this.emitFile({ type: "asset", fileName: "assets/expressions-licences.txt", source: [...all, ANTLR].join("\n\n") });
    },
  };
}

function source(model: Table): string {
  const parents = model["type2Parent"] as Record<string, string>;
  const isResource = (type: string | undefined): boolean => type === "Resource" || (type !== undefined && isResource(parents[type]));
  const keep = (path: string): boolean => KEPT.includes(path.split(".")[0] ?? "") || !isResource(path.split(".")[0]);
  const cut = (table: unknown): Table => Object.fromEntries(Object.entries(table as Table).filter(([path]) => keep(path)));
  const { version, score } = model;
  const tables = ["choiceTypePaths", "pathsDefinedElsewhere", "path2Type", "path2RefType", "path2Repeating", "resourcesWithUrlParam"];
  const small = { version, score, type2Parent: parents, ...Object.fromEntries(tables.map((name) => [name, cut(model[name])])) };
  return `
    const model = ${JSON.stringify(small)};
    const whole = ([, type]) => type !== "Element" && type !== "BackboneElement";
    model.path2TypeWithoutElements = Object.fromEntries(Object.entries(model.path2Type).filter(whole));
    model.availableTypes = new Set(Object.entries(model.type2Parent).flat());
    export default model;`;
}
