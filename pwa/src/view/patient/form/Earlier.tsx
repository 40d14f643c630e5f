import type { Item } from "../../../domain/questionnaire/resource.ts";
import { spot as spotOf } from "../../../domain/join.ts";
import type { FormForStay, ResponseItem } from "../../../domain/wire.ts";
import { _, when } from "../../../i18n/index.ts";
import { type Audience, statements } from "../../../store/answers.ts";
import { stay } from "../../../store/documents.ts";
import { Button } from "../../parts/Button.tsx";
import { now } from "../now.ts";
import { Said } from "../Said.tsx";
import { saidBy } from "./saidBy.ts";

const urlOf = (canonical: string): string => canonical.split("|")[0] ?? "";

interface Remembered {
  readonly items: readonly ResponseItem[];
  readonly audience: Audience;
  readonly received: string;
}

/** What was answered here in an earlier stay, as long as nothing is answered in this one. */
function remembered(form: FormForStay, item: Item, spot: string): Remembered | undefined {
  if (statements(form).has(spot)) return undefined;
  const told = (stay.value?.earlier ?? []).filter(({ questionnaire }) => urlOf(questionnaire) === urlOf(form.questionnaire));
  for (const { audience, received, item: items = [] } of told) {
    const own = items.filter((one) => spotOf(one) === spot && (one.answer ?? []).length > 0);
    if (own.length > 0 && item.readOnly !== true) return { items: own, audience, received };
  }
  return undefined;
}

interface Asked {
  form: FormForStay;
  item: Item;
  spot: string;
  onSame: (items: readonly ResponseItem[], audience: Audience) => void;
}

/** "Has anything changed?": one tap where nothing has; else the words from then, to write on. */
export function Earlier({ form, item, spot, onSame }: Asked) {
  const found = remembered(form, item, spot);
  if (!found) return null;
  return (
    <section class="notice stack tight">
      <p>{_("Last time, {when}, you said this. Has anything changed?", { when: when(found.received, now.value) })}</p>
      {found.items.map((each) => (
        <Said small key={each.authored} item={each} by={saidBy(each)} />
      ))}
      <Button wide kind="second" icon="check" onClick={() => onSame(found.items, found.audience)}>
        {_("It is still so")}
      </Button>
      <p class="quiet">{_("If it has changed, answer below.")}</p>
    </section>
  );
}
