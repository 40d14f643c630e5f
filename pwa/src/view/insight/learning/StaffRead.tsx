import type { Learning } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { ShareCell } from "./shares.tsx";
import { useTitles } from "./useTitles.ts";

/** How many of the unit's staff have read their own modules; never who. */
export function StaffRead({ learning: { staff = [], unit } }: { learning: Learning }) {
  const title = useTitles(unit.organization ?? "");
  if (staff.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="staff-read">
      <h2 id="staff-read">{_("What staff have read, {unit}", { unit: unit.name })}</h2>
      <p class="quiet">{_("A share of the unit. Nobody is told who. Of fewer than five it is hidden.")}</p>
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
              <td>
                <ShareCell share={one.finished} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
