import type { ModuleFigures } from "../../../domain/wire.ts";
import { _, day } from "../../../i18n/index.ts";

/** Whether somebody has reviewed the text, and when it is to be looked at again: in words when that day has passed. */
export function ReviewWords({ row: { state, next, overdue }, asOf }: { row: ModuleFigures; asOf: string }) {
  const date = day(`${next}T12:00:00Z`, asOf);
  return (
    <>
      {state === "draft" ? _("Draft, reviewed by nobody.") : _("Reviewed.")}{" "}
      {overdue ? <b>{_("Should have been looked at again {date}: overdue.", { date })}</b> : _("To be looked at again {date}.", { date })}
    </>
  );
}
