import { instant } from "../../../domain/ids.ts";
import { type Item, options } from "../../../domain/questionnaire/index.ts";
import type { Answer, FormForStay, ResponseItem } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import { unsettledLinks, wasSent } from "../../../store/answers.ts";
import { writer } from "../../../store/form.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { Said } from "../Said.tsx";
import { words } from "./words.ts";
import { to } from "./to.ts";
import { speaker } from "./WhoSaid.tsx";
import { writtenWhere } from "./writtenWhere.ts";

interface Asked {
  form: FormForStay;
  item: Item;
  items: readonly ResponseItem[];
  onSettled: (items: readonly ResponseItem[]) => void;
}

/** Differing statements about one question, side by side: a person chooses, keeps both, or makes one of them. */
export function Unsettled({ form, item: asked, items, onSettled }: Asked) {
  const open = items.some((item) => item.unsettled);
  const one = together(asked, items);
  return (
    <section class="notice stack" aria-label={_("Two answers")}>
      <p>
        {open
          ? _("This was written differently in two places. Which one is right now?")
          : _("Here are two answers, and both count.")}
      </p>
      {items.map((item) => (
        <div class="stack tight" key={item.authored + words(item)}>
          <Said small item={item} by={writtenWhere(form, item)} />
          <Button wide kind="second" aria-label={_("Use only this one: {words}", { words: words(item) })} onClick={() => onSettled([settled(item)])}>
            {_("Use only this one")}
          </Button>
        </div>
      ))}
      {open && (
        <Button wide kind="plain" onClick={() => onSettled(items.map(settled))}>
          {_("Keep both")}
        </Button>
      )}
      {one && (
        <Button wide kind="plain" icon="pencil" onClick={() => onSettled([one])}>
          {_("Make one answer of them")}
        </Button>
      )}
    </section>
  );
}

/** On home and among the answers: nothing waits for it, but it is good to choose. */
export function NotSettled({ form, link = unsettledLinks(form)[0] }: { form: FormForStay; link?: string | undefined }) {
  if (!link || !unsettledLinks(form).includes(link)) return null;
  return (
    <div class="notice stack tight">
      <p>{_("The same answer was written differently in two places. Both are kept until you choose.")}</p>
      <ButtonLink wide kind="second" href={to(wasSent(form) ? "change" : "form", form, link)}>
        {_("Look at both")}
      </ButtonLink>
    </div>
  );
}

const settled = ({ unsettled: _open, ...item }: ResponseItem): ResponseItem => item;

/** All texts below each other, or everything that was ticked off: to go on from. One choice of many cannot be two. */
function together(asked: Item, items: readonly ResponseItem[]): ResponseItem | null {
  const answers = items.flatMap(({ answer = [] }) => answer);
  const texts = answers.flatMap(({ valueString }) => valueString ?? []);
  const codes = new Map(answers.flatMap((answer) => (answer.valueCoding ? [[answer.valueCoding.code, answer] as const] : [])));
  const several = asked.repeats === true && codes.size > 0;
  const answer: Answer[] = several
    ? options(asked, language.value).flatMap(({ code }) => codes.get(code) ?? [])
    : texts.length > 1
      ? [{ valueString: texts.join("\n\n") }]
      : [];
  const [first] = items;
  if (answer.length === 0 || !first) return null;
  const alike = items.every(({ saidBy }) => saidBy.kind === first.saidBy.kind && saidBy.name === first.saidBy.name);
  const saidBy = alike ? first.saidBy : speaker();
  return { linkId: first.linkId, ...(first.within && { within: first.within }), ...(first.text && { text: first.text }), answer, saidBy, writtenBy: writer(), authored: instant() };
}
