import type { ComponentChildren } from "preact";
import { examples, help, type Item, question } from "../../../domain/questionnaire/index.ts";
import type { FormForStay, ResponseItem, Speaker } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import { isOwn, writer } from "../../../store/form.ts";
import { type BackTo, Page } from "../Page.tsx";
import { Urgent } from "../Urgent.tsx";
import { AnswerField } from "./AnswerField.tsx";
import { type Pen, usePen } from "./pen.ts";
import { NotSaved, Saved } from "./Saved.tsx";
import { ShowPatient, StaffOnly } from "./StaffOnly.tsx";
import { statement } from "./statement.ts";
import { Unsettled } from "./Unsettled.tsx";
import { speaker, WhoSaid } from "./WhoSaid.tsx";

interface Asked {
  form: FormForStay;
  item: Item;
  above?: ComponentChildren;
  back: BackTo;
  /** The buttons at the foot: what happens next. */
  children: (pen: Pen) => ComponentChildren;
}

/** One question a screen. */
export function Question({ form, item, above, back, children }: Asked) {
  const pen = usePen(form, item.linkId);
  const items = pen.items.value;
  const [only] = items.length === 1 ? items : [];
  const hint = help(item, language.value);
  // Of oneself one speaks oneself.
  const by = (): Speaker => (isOwn(form) ? writer() : speaker());
  const write = (next: readonly ResponseItem[]): void => pen.write(next);
  return (
    <Page heading={question(item, language.value)} above={above} back={back} status={<Saved state={pen.state.value} />} foot={children(pen)}>
      {hint && <p class="quiet below-heading">{hint}</p>}
      {items.length > 1 ? (
        <Unsettled form={form} item={item} items={items} onSettled={write} />
      ) : (
        <AnswerField
          item={item}
          answer={only?.answer ?? []}
          examples={examples(item, language.value)}
          onAnswer={(answer) => write(statement(item, answer, only?.saidBy ?? by()))}
        />
      )}
      <NotSaved state={pen.state.value} name={form.name} />
      {isOwn(form) ? (
        <ShowPatient checked={pen.audience.value === "all"} onChange={(all) => pen.write(items, all ? "all" : "staff")} />
      ) : (
        <>
          <WhoSaid said={only?.saidBy} onSaid={(saidBy) => only && write([{ ...only, saidBy }])} />
          <StaffOnly checked={pen.audience.value === "staff"} onChange={(staff) => pen.write(items, staff ? "staff" : "all")} />
        </>
      )}
      <RatherNot item={item} only={only} by={by} onWrite={write} />
      <Urgent />
    </Page>
  );
}

interface Declining {
  item: Item;
  only: ResponseItem | undefined;
  by: () => Speaker;
  onWrite: (items: ResponseItem[]) => void;
}

/** Not wanting to say is an answer of its own, and it can be taken back. */
function RatherNot({ item, only, by, onWrite }: Declining) {
  const declined = only?.declined ?? false;
  if (only && !declined) return null;
  return (
    <label class="choice bare">
      <input
        type="checkbox"
        checked={declined}
        onChange={(event) => onWrite(statement(item, [], by(), event.currentTarget.checked))}
      />
      {_("I would rather not say")}
    </label>
  );
}
