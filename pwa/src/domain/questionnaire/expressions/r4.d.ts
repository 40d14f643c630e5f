// Made by tools/fhirpath.ts.
declare module "virtual:r4" {
  const model: import("fhirpath").Model;
  export default model;
}
