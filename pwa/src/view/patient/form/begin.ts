import { language } from "../../../i18n/index.ts";
import { statements } from "../../../store/answers.ts";
import { hold, keepPlace, place } from "../../../store/form.ts";
import { suggested } from "../../parts/form/suggested.ts";
import { statement } from "./statement.ts";
import type { LoadedForm } from "./useForm.ts";
import { speaker } from "./WhoSaid.tsx";

/** Once, when nobody has answered anything yet. Within what comes several times nothing is suggested: see `check`. */
export async function begin({ form, ready }: LoadedForm): Promise<void> {
  if (place(form).begun || place(form).sent || statements(form).size > 0) return;
  await keepPlace(form, { begun: true });
  for (const node of ready.nodes.values()) {
    const answer = node.asked && node.where === 0 ? suggested(node, language.value) : [];
    if (answer.length > 0) await hold(form, node.item.linkId, statement(node.item, node.item.linkId, answer, speaker()), "all");
  }
}
