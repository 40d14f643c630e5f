import type { Learning, StaffLearned } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { untilWords } from "./modules.ts";
import { useTitles } from "./useTitles.ts";

/** How many of the unit's staff have read their own modules, in a word; never who. */
export function StaffRead({ learning }: { learning: Learning }) {
  const { staff = [], unit } = learning;
  const title = useTitles(unit.organization ?? "");
  if (staff.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="staff-read">
      <h2 id="staff-read">{_("What staff have read, {unit}", { unit: unit.name })}</h2>
      <p class="quiet">
        {_(
          "To and with {day}, in words: nobody is told who or how many. Few: under a third, or none. Most: over two thirds, or all. Of fewer than five it is hidden. Leaders are not counted; who works in several units counts in one.",
          { day: untilWords(learning) },
        )}
      </p>
      <table class="figures narrow">
        <thead>
          <tr>
            <th scope="col">{_("Module")}</th>
            <th scope="col">{_("Read to the end")}</th>
          </tr>
        </thead>
        <tbody>
          {staff.map((one) => (
            <tr key={one.module}>
              <th scope="row">{title(one.module, one.title)}</th>
              <td>{readWords(one.read)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function readWords(read: StaffLearned["read"]): string {
  switch (read) {
    case "few":
      return _("Few");
    case "half":
      return _("About half");
    case "most":
      return _("Most");
    case "hidden":
      return _("hidden");
  }
}
