import type { Consent } from "../domain/wire.ts";
import { stay } from "./documents.ts";
import { here } from "./here.ts";

export type Scope = NonNullable<Consent["scopes"]>[number];

/** Whether the one who holds the phone may see (and write) this: the patient all of it. */
export const shares = (scope: Scope): boolean =>
  here.value?.person.role !== "related" || !stay.value?.sharing || stay.value.sharing.includes(scope);
