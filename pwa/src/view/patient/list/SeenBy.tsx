import { _ } from "../../../i18n/index.ts";
import { carers } from "../../../store/consents.ts";
import { helping } from "../form/WhoSaid.tsx";

/** Said where one writes: who of those close sees the list too. */
export function SeenBy() {
  const names = carers.value.filter(({ status, scopes = [] }) => status === "active" && scopes.includes("list")).map(({ name }) => name);
  if (helping() || names.length === 0) return null;
  return <>{_("{names} can see the list too.", { names: names.join(", ") })}</>;
}
