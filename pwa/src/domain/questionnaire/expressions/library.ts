/** The one place that knows the library which reads FHIRPath: HL7's own, https://github.com/HL7/fhirpath.js. */
import fhirpath from "fhirpath";
import r4 from "virtual:r4";

/** What an expression gave, as the library holds it; it can be given to other expressions. */
export type Found = readonly unknown[];
/** `focus`: what the expression begins at. */
export type Compiled = (focus: object, known: Record<string, unknown>) => Found;

/** Exact decimals (0.1 + 0.2 = 0.3). What `trace()` would write to the console is somebody's answer. */
const HOW = { preciseMath: true, resolveInternalTypes: false, traceFn: () => undefined, async: false } as const;

/** Throws where it is no FHIRPath. `base`: which part of a resource it is about. */
export function compiled(expression: string, base = ""): Compiled {
  const path = fhirpath.compile(base ? { base, expression } : expression, r4, HOW);
  return (focus, known) => path(focus, known) as Found;
}

/** As JSON: numbers, texts, FHIR's data types. */
export const plain = (found: Found): unknown[] => [fhirpath.resolveInternalTypes(found) as unknown].flat();
