import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { instant } from "../../domain/ids.ts";
import { mostTimes, REPEATS_TEXT } from "../../domain/questionnaire/extensions.ts";
import { formOf } from "../../domain/questionnaire/form.ts";
import { answered, type Place, places } from "../../domain/questionnaire/places.ts";
import { brokenHere } from "../../domain/questionnaire/rules.ts";
import { isShown, spotOf } from "../../domain/questionnaire/screens.ts";
import { examples, extra, help, numbered, question, title } from "../../domain/questionnaire/texts.ts";
import type { Answer, ResponseItem } from "../../domain/wire.ts";
import { _ } from "../../i18n/index.ts";
import { Button } from "../parts/Button.tsx";
import { faultWords } from "../parts/form/faults.ts";
import { FormField } from "../parts/form/FormField.tsx";
import { Rare } from "../parts/form/Rare.tsx";
import { rare } from "../parts/form/rare.ts";
import { Shown } from "../parts/form/Shown.tsx";
import { type Instances, useInstances } from "../patient/form/instances.ts";
import { speak } from "./speak.ts";
import type { Written } from "./written.ts";

rare.value = Rare;

/** What one frame tells the page around it, and that the other. */
export interface Told {
  readonly items: readonly ResponseItem[];
}
interface Drawn {
  readonly items: Signal<readonly ResponseItem[]>;
  readonly tongue: string;
  readonly instances: Instances;
}

/** All of the form on one page, below each other, as wide as it gets in the app. */
export function Alone({ written: { form } }: { written: Written }) {
  const items = useSignal<readonly ResponseItem[]>([]);
  const tongue = useSignal(location.hash.slice(1));
  const instances = useInstances();
  useEffect(() => {
    const heard = ({ data, origin }: MessageEvent<Told>): void => {
      if (origin === location.origin && Array.isArray(data.items)) items.value = data.items;
    };
    const turned = (): void => void (tongue.value = location.hash.slice(1));
    addEventListener("message", heard);
    addEventListener("hashchange", turned);
    return () => {
      removeEventListener("message", heard);
      removeEventListener("hashchange", turned);
    };
  }, []);
  useEffect(() => void speak(tongue.value), [tongue.value]);
  if (!form) return null;
  return (
    <div class="page">
      <main class="screen stack">
        <h1>{title(form, tongue.value)}</h1>
        <Parts found={places(formOf(form), items.value, instances.grown)} items={items} tongue={tongue.value} instances={instances} />
      </main>
    </div>
  );
}

function Parts({ found, ...drawn }: Drawn & { found: readonly Place[] }) {
  const shown = found.filter(isShown);
  return (
    <>
      {shown.map((place, n) => (
        <div key={spotOf(place)} class="stack tight">
          <Part place={place} {...drawn} />
          {place.node.many && shown[n + 1]?.node !== place.node && <OneMore place={place} n={shown.filter(({ node }) => node === place.node).length} {...drawn} />}
        </div>
      ))}
    </>
  );
}

function Part({ place, ...drawn }: Drawn & { place: Place }) {
  const { node, children } = place;
  const { item } = node;
  const hint = help(item, drawn.tongue);
  if (item.type === "display") return <Shown place={place} language={drawn.tongue} />;
  if (item.type !== "group" && !node.asked) return <p class="notice">{_("{name}: this cannot be answered here. Tell us instead.", { name: question(item, drawn.tongue) })}</p>;
  return (
    <section class={node.many ? "card stack" : "stack"}>
      <h2 class={node.asked ? "" : "large"}>{numbered(item, drawn.tongue)}</h2>
      {hint && <p class="quiet">{hint}</p>}
      {node.asked && <Field place={place} {...drawn} />}
      <Parts found={children} {...drawn} />
    </section>
  );
}

function Field({ place, items, tongue }: Drawn & { place: Place }) {
  const { node, within, said } = place;
  const { item } = node;
  const answer = said[0]?.answer ?? [];
  const faults = [...new Set(brokenHere(node, answer))];
  function give(next: readonly Answer[]): void {
    const others = items.value.filter((one) => one.linkId !== item.linkId || (one.within ?? "") !== within);
    const speaker = { kind: "patient" as const, name: "" };
    const own: ResponseItem = { linkId: item.linkId, ...(within && { within }), text: question(item, tongue), answer: next, saidBy: speaker, writtenBy: speaker, authored: instant() };
    items.value = next.length > 0 ? [...others, own] : others;
    parent.postMessage({ items: items.value } satisfies Told, location.origin);
  }
  return (
    <>
      <FormField node={node} answer={answer} language={tongue} label={question(item, tongue)} invalid={faults.length > 0} examples={examples(item, tongue)} onAnswer={give} />
      {faults.length > 0 && <p class="fault">{faults.map((fault) => faultWords(fault, item, tongue)).join(" ")}</p>}
    </>
  );
}

function OneMore({ place, n, tongue, instances }: Drawn & { place: Place; n: number }) {
  const { item } = place.node;
  if (n >= mostTimes(item)) return null;
  return (
    <Button kind="second" icon="plus" aria-disabled={!answered(place)} onClick={() => answered(place) && instances.add(place)}>
      {extra(item, REPEATS_TEXT, tongue) || _("One more")}
    </Button>
  );
}
