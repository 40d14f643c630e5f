import type { FormForStay, Stay } from "../domain/wire.ts";
import { documentOf, draftsOf } from "./answers.ts";
import { versionsOf } from "./documents.ts";
import { rooms } from "./here.ts";

/**
 * The stay as the server tells it. What was begun here and has not reached the server goes on in the version of the
 * form that it was begun in, whatever the server asks by now: the newer one is offered.
 */
export function told(stay: Stay): Stay {
  const before = rooms.stay.value.get(stay.id)?.forms ?? [];
  const forms = stay.forms?.map((form) => kept(before.find(({ shared }) => shared === form.shared), form));
  return forms ? { ...stay, forms } : stay;
}

function kept(before: FormForStay | undefined, form: FormForStay): FormForStay {
  if (!before || before.questionnaire === form.questionnaire || !holds(before)) return form;
  const { questionnaire, path } = before;
  const { newer: _offered, newerPath: _where, ...rest } = form;
  // The person has moved to the newer version, and the server does not know it yet.
  if (form.newer === questionnaire) return { ...rest, questionnaire, path };
  return { ...rest, questionnaire, path, newer: form.questionnaire, newerPath: form.path };
}

/** Something of it is only on this phone. */
const holds = (form: FormForStay): boolean =>
  draftsOf(form).length > 0 ||
  (["all", "staff"] as const).some((audience) => versionsOf(documentOf(form, audience)).some(({ version }) => rooms.outbox.value.has(version)));
