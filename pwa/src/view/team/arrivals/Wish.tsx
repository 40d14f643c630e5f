import type { Arrival, Unit } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import * as api from "../api.ts";
import { NotSaved } from "../parts/NotSaved.tsx";
import { staff } from "../session.ts";
import { useSaving } from "../saving.ts";
import { at } from "../words.ts";
import { changed } from "./arrivals.ts";
import { staffNamed } from "../../patient/staff.ts";

interface Asked {
  stay: Pick<Arrival, "encounter" | "attention">;
  unit: Unit;
  onTaken?: () => Promise<void>;
}

/** Somebody wants to talk alone: it stays on top until a person by name has taken it. */
export function Wish({ stay: { encounter, attention }, unit, onTaken }: Asked) {
  const saving = useSaving();
  if (!attention) return null;
  if (attention.takenAt) {
    const who = staffNamed(attention.takenBy ?? "", attention.title);
    return (
      <p class="wish">
        {_("{who} talks with the patient. Taken {when}.", { who, when: at(attention.takenAt, unit.timezone) })}
      </p>
    );
  }
  const take = () =>
    saving.save(async () => {
      await api.take(attention.document).finally(() => changed(unit.id, encounter));
      await onTaken?.();
    });
  const soon = attention.wish === "as-soon-as-possible";
  return (
    <div class="wish">
      <p>
        <b>{soon ? _("Wants to talk alone, as soon as possible.") : _("Wants to talk alone during the day.")}</b>{" "}
        {_("Said {when}.", { when: at(attention.received, unit.timezone) })}
      </p>
      <Button onClick={take} aria-disabled={saving.busy.value}>
        {_("{name} takes it", { name: staff.value?.given ?? "" })}
      </Button>
      <NotSaved fault={saving.fault.value} />
    </div>
  );
}
