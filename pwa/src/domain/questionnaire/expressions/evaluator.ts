/** What all the expressions of a form say of some answers. Runs in a worker; the tests run it as it is. */
import type { ResponseItem } from "../../wire.ts";
import type { Fault, Given, Kind } from "../expressions.ts";
import type { Form } from "../form.ts";
import type { Place } from "../places.ts";
import type { Option } from "../resource.ts";
import { answersOf, optionsOf } from "./answers.ts";
import { plain } from "./library.ts";
import { running } from "./scope.ts";
import { at, type Attempt, plan, settled, type Shown } from "./settling.ts";
import { type Written, written } from "./written.ts";

/** `begin`: whether initial answers are asked for. */
export interface Question {
  readonly items: readonly ResponseItem[];
  readonly shown: Shown;
  readonly begin: boolean;
}
/** An outcome as a worker can hand it over: by spots. */
export interface Told {
  readonly enabled: ReadonlyMap<string, boolean>;
  readonly calculated: readonly Given[];
  readonly initial: readonly Given[];
  readonly options: ReadonlyMap<string, readonly Option[]>;
  readonly faults: readonly Fault[];
}
export interface Evaluator {
  readonly weigh: (question: Question) => Told;
}

/** Characters of what the library says of a fault. */
const LONGEST_DETAIL = 300;

/** `given`: the patient's given name. `slow`: ids of expressions that are left out. `trying` hears of each that is about to run. */
export function evaluator(form: Form, given: string, slow: ReadonlySet<number>, trying: (id: number) => void): Evaluator {
  const all = written(form);
  const work = plan(form, all);
  const run = running(form, given, trying);
  const standing = all.flatMap((one) => (slow.has(one.id) ? fault(one, "too-slow") : one.why ? fault(one, one.why) : []));
  const isLeft = (one: Written): boolean => slow.has(one.id) || one.why !== undefined || one.variables.some(isLeft);

  /** `without`: ids of those that were found never to settle. */
  function weigh({ items, shown, begin }: Question, without: ReadonlySet<number>): Told {
    const faults = new Map<number, Fault>();
    const attempt: Attempt = (one, within, there, use) => {
      if (without.has(one.id) || isLeft(one)) return undefined;
      let why: Fault["why"] = "broken";
      try {
        const values = plain(run(one, within, there));
        why = "wrong-type";
        return use(values);
      } catch (error) {
        faults.set(one.id, fault(one, why, (error as Error).message.slice(0, LONGEST_DETAIL)));
        return undefined;
      }
    };

    const { there, enabled, calculated, restless } = settled(work, items, shown, attempt, () => faults.clear());
    if (restless.size > 0) {
      // Should they still not settle without those, none of them counts.
      const counted = without.size > 0 ? [...work.conditions.values(), ...work.calculations] : restless;
      const told = weigh({ items, shown, begin }, new Set([...without, ...[...counted].map(({ id }) => id)]));
      return { ...told, faults: [...told.faults, ...[...restless].map((one) => fault(one, "unsettled"))] };
    }

    const everywhere = (kind: Kind): [Written, Place][] =>
      all.flatMap((one) => (one.kind === kind && one.node ? (there.places.get(one.node) ?? []).map((place): [Written, Place] => [one, place]) : []));
    const initial: Given[] = [];
    for (const [one, { node, within, said }] of begin ? everywhere("initial") : []) {
      const answer = said.length > 0 ? [] : attempt(one, within, there, (values) => answersOf(node, values));
      if (answer?.length) initial.push({ linkId: node.item.linkId, within, answer });
    }
    const options = new Map<string, readonly Option[]>();
    for (const [one, { node, within }] of everywhere("options")) {
      const offered = attempt(one, within, there, (values) => optionsOf(node, values));
      if (offered) options.set(at(node, within), offered);
    }
    return { enabled, calculated, initial, options, faults: [...standing, ...faults.values()] };
  }
  return { weigh: (question) => weigh(question, new Set()) };
}

const fault = ({ node, kind }: Written, why: Fault["why"], detail = ""): Fault => ({ linkId: node?.item.linkId ?? "", kind, why, detail });
