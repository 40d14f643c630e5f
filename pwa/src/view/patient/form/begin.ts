import { language } from "../../../i18n/index.ts";
import { statements } from "../../../store/answers.ts";
import { hold, keepPlace, place } from "../../../store/form.ts";
import { suggestions } from "../../parts/form/suggested.ts";
import { statement } from "./statement.ts";
import type { LoadedForm } from "./useForm.ts";
import { speaker } from "./WhoSaid.tsx";

/** What the form suggests, once, when nobody has answered anything yet. */
export async function begin({ form, ready }: LoadedForm): Promise<void> {
  if (place(form).begun || place(form).sent || statements(form).size > 0) return;
  await keepPlace(form, { begun: true });
  for (const { spot, answer } of suggestions(ready, language.value)) {
    const item = ready.nodes.get(spot)?.item;
    if (item) await hold(form, spot, statement(item, spot, answer, speaker()), "all");
  }
}
