import { useSignal } from "@preact/signals";
import { Fragment } from "preact";
import { mostTimes, REPEATS_TEXT } from "../../../domain/questionnaire/extensions.ts";
import { brokenAt, brokenHere } from "../../../domain/questionnaire/rules.ts";
import { answered, type Place, walked } from "../../../domain/questionnaire/places.ts";
import { isShown, spotOf } from "../../../domain/questionnaire/screens.ts";
import { extra, help, question } from "../../../domain/questionnaire/texts.ts";
import type { ResponseItem } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import { statements } from "../../../store/answers.ts";
import { Button } from "../../parts/Button.tsx";
import { Shown } from "../../parts/form/Shown.tsx";
import { Answer } from "./Answer.tsx";
import { hold } from "../../../store/form.ts";
import { faultWords, unreadableWords } from "../../parts/form/faults.ts";
import { begin } from "./begin.ts";
import { Earlier } from "./Earlier.tsx";
import { Faults } from "./Faults.tsx";
import type { Instances } from "./instances.ts";
import type { Drawn, More } from "./more.ts";
import { Media } from "./Media.tsx";
import { Newer } from "./Newer.tsx";
import { Unsettled } from "./Unsettled.tsx";
import { Weighing } from "./Weighing.tsx";
import type { OnScreen } from "./onScreen.ts";

/** Parts of a form below each other: texts, questions, groups, and what comes several times. */
function Parts({ on, places, titled, instances }: Drawn) {
  const shown = places.filter(isShown);
  return (
    <>
      {shown.map((place, n) => {
        const { node, within } = place;
        const key = `${node.item.linkId}\n${within}`;
        if (!node.many) return <Part key={key} on={on} place={place} titled={titled} instances={instances} />;
        const all = shown.filter((other) => other.node === node);
        const last = shown[n + 1]?.node !== node;
        return (
          <Fragment key={key}>
            <Instance on={on} place={place} all={all} instances={instances} />
            {last && <OneMore place={place} n={all.length} onAdd={() => instances.add(place)} />}
          </Fragment>
        );
      })}
    </>
  );
}

function Part({ on, place, titled, instances }: Omit<Drawn, "places"> & { place: Place }) {
  const { node, children } = place;
  const { item } = node;
  if (item.type === "display") return <Shown place={place} language={language.value} />;
  if (item.type === "group") {
    const hint = help(item, language.value);
    return (
      <section class="stack" aria-label={question(item, language.value) || undefined}>
        {item.text && <h2>{question(item, language.value)}</h2>}
        {hint && <p class="quiet">{hint}</p>}
        <Media of={item} />
        <Parts on={on} places={children} titled instances={instances} />
      </section>
    );
  }
  if (!node.asked) return <p class="notice">{_("{name}: this cannot be answered here. Tell us instead.", { name: question(item, language.value) })}</p>;
  return (
    <>
      <Answer on={on} place={place} titled={titled} />
      {children.some(isShown) && (
        <div class="stack under">
          <Parts on={on} places={children} titled instances={instances} />
        </div>
      )}
    </>
  );
}

function Instance({ on, place, all, instances }: { on: OnScreen; place: Place; all: readonly Place[]; instances: Instances }) {
  const { node, children } = place;
  const name = question(node.item, language.value);
  const gone = useSignal<readonly (readonly [string, readonly ResponseItem[]])[]>([]);
  const n = all.indexOf(place) + 1;

  /** All that was said in it; it can be put back at once. */
  function remove(): void {
    const said = statements(on.form);
    gone.value = walked([place]).map(spotOf).flatMap((spot) => {
      const items = said.get(spot)?.items;
      return items ? [[spot, items] as const] : [];
    });
    instances.stay(place);
    for (const [spot] of gone.value) put(on, spot, []);
  }
  function putBack(): void {
    for (const [spot, items] of gone.value) put(on, spot, items);
    gone.value = [];
  }
  return (
    <section class="card" aria-label={_("{name}, number {n}", { name, n })}>
      {all.length > 1 && <h2>{_("{name}, number {n}", { name, n })}</h2>}
      {node.asked && <Answer on={on} place={place} titled={false} />}
      <Parts on={on} places={children} titled instances={instances} />
      {answered(place) ? (
        <Button kind="plain" onClick={remove}>
          {_("Remove")}
        </Button>
      ) : (
        gone.value.length > 0 && (
          <Button kind="plain" onClick={putBack}>
            {_("Put it back")}
          </Button>
        )
      )}
    </section>
  );
}

/** By the pen that writes there, or by hand where no question stands on the screen. */
function put(on: OnScreen, spot: string, items: readonly ResponseItem[]): void {
  const pen = on.standing().find((one) => one.spot === spot)?.pen;
  if (pen) pen.write(items);
  else void hold(on.form, spot, items, on.audience());
}

function OneMore({ place, n, onAdd }: { place: Place; n: number; onAdd: () => void }) {
  const { item } = place.node;
  if (n >= mostTimes(item)) return null;
  return (
    <Button kind="second" icon="plus" wide aria-disabled={!answered(place)} onClick={() => answered(place) && onAdd()}>
      {extra(item, REPEATS_TEXT, language.value) || _("One more")}
    </Button>
  );
}

function faults({ node, within, children }: Place, items: readonly ResponseItem[], typed: string): string[] {
  const { item } = node;
  if (typed) return [unreadableWords(item)];
  const answer = items.length === 1 ? (items[0]?.answer ?? []) : [];
  const broken = [...brokenHere(node, answer), ...brokenAt({ node, within, said: items, children })];
  // That something is missing is told before sending: every question may be left for later.
  return [...new Set(broken)].filter((remark) => remark !== "missing").map((remark) => faultWords(remark, item, language.value));
}

export const MORE: More = { Earlier, Media, Newer, Parts, Faults, Unsettled, Weighing, begin, faults };
