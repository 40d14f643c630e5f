import type { FormForStay, ResponseItem } from "../../../domain/wire.ts";
import { _, when } from "../../../i18n/index.ts";
import { carrier } from "../../../store/answers.ts";
import { mine, response } from "../../../store/documents.ts";
import { now } from "../now.ts";
import { called, saidBy } from "./saidBy.ts";

/** Who said it, when it was written, and on which phone: what one needs to tell two statements apart. */
export function writtenWhere(form: FormForStay, item: ResponseItem): string {
  const told = { when: when(item.authored, now.value), where: device(form, item) };
  return `${saidBy(item)} ${told.where ? _("Written {when}, {where}.", told) : _("Written {when}.", { when: told.when })}`;
}

function device(form: FormForStay, item: ResponseItem): string {
  const held = carrier(form, item);
  if (!held || held.local) return _("on this phone");
  if (item.writtenBy.kind === "staff") {
    return response(held)?.origin === "paper" ? _("typed in by staff from paper") : _("typed in by staff");
  }
  return mine(held) ? _("on another phone") : _("on the phone of {who}", { who: called(item.writtenBy) });
}
