/** Asks the worker. One that has not answered in time is ended, and what it was busy with is not asked again. */
import { spot } from "../../join.ts";
import type { Evaluating, Outcome } from "../expressions.ts";
import { CALCULATED, first } from "../extensions.ts";
import type { Node } from "../form.ts";
import { cut, type Place, walked } from "../places.ts";
import type { Questionnaire } from "../resource.ts";
import type { Question, Told } from "./evaluator.ts";
import type { Shown } from "./settling.ts";
import type { Asked, Said } from "./worker.ts";

/** Milliseconds for a whole answer, and for a single expression once one has to be found out. Nobody's typing waits for it. */
export const PATIENCE = 5_000;
/** How many expressions are found out in one go. */
const TRIES = 5;

/** What is used of a Worker. */
export interface Thread {
  onmessage: ((event: MessageEvent<Said>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage: (asked: Asked) => void;
  terminate: () => void;
}
const worker = (): Thread => new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "expressions" });

/** Ready when the thread is; fails when it can not be fetched. */
export async function evaluating(form: Questionnaire, given: string, begin: () => Thread = worker): Promise<Evaluating> {
  const slow = new Set<number>();
  let [careful, closed] = [false, false];
  let thread = await begun();
  let turn: Promise<unknown> = Promise.resolve();
  let wanted: Question | undefined;
  let next: Promise<Outcome> | undefined;

  async function begun(): Promise<Thread> {
    const fresh = begin();
    await new Promise<void>((resolve, reject) => {
      fresh.onmessage = () => resolve();
      fresh.onerror = () => reject(new Error("expressions: the worker could not be fetched"));
    });
    fresh.postMessage({ form, given, slow, careful });
    return fresh;
  }

  /** Nothing when it took too long; then the thread is a new one. */
  async function told(question: Question): Promise<Told | undefined> {
    let trying: number | undefined;
    const answer = await new Promise<Told | undefined>((resolve) => {
      const late = (): void => resolve(undefined);
      let clock = setTimeout(late, PATIENCE);
      thread.onerror = late;
      thread.onmessage = ({ data }) => {
        clearTimeout(clock);
        if ("told" in data) return resolve(data.told);
        clock = setTimeout(late, PATIENCE);
        if ("trying" in data) trying = data.trying;
      };
      thread.postMessage({ question });
    });
    if (answer || closed) return answer;
    thread.terminate();
    if (trying !== undefined) slow.add(trying);
    careful = true;
    thread = await begun();
    return undefined;
  }

  async function run(): Promise<Outcome> {
    const question = wanted;
    [wanted, next] = [undefined, undefined];
    // Each time it is known better what is left out.
    for (let n = 0; n < TRIES && question && !closed; n++) {
      const found = await told(question);
      if (found) return outcome(found);
    }
    const late = { linkId: "", kind: "calculated", why: "too-slow", detail: "" } as const;
    return outcome({ enabled: new Map(), calculated: [], initial: [], options: new Map(), faults: closed ? [] : [late] });
  }

  function ask(items: Question["items"], shown: readonly Place[], initial: boolean): Promise<Outcome> {
    wanted = { items, shown: instances(shown), begin: initial || (wanted?.begin ?? false) };
    next ??= turn = turn.then(run, run);
    return next as Promise<Outcome>;
  }
  return {
    weigh: (items, shown = []) => ask(items, shown, false),
    begin: (items, shown = []) => ask(items, shown, true),
    close: () => {
      closed = true;
      thread.terminate();
    },
  };
}

const at = (node: Node, within: string): string => spot({ linkId: node.item.linkId, within });

/** What stands on a screen, as it can be handed to the worker. */
function instances(found: readonly Place[]): Shown {
  const all = new Map<string, string[]>();
  for (const { node, within } of walked(found)) {
    const key = at(node, cut(within, node.above));
    if (node.many) all.set(key, [...(all.get(key) ?? []), within]);
  }
  return all;
}

function outcome({ enabled, calculated, initial, options, faults }: Told): Outcome {
  const free = new Set(faults.flatMap(({ kind, linkId }) => (kind === "calculated" ? linkId : [])));
  return {
    met: (node, within) => enabled.get(at(node, within)),
    calculated,
    initial,
    options: (node, within) => options.get(at(node, within)),
    calculates: ({ item }) => first(item, ...CALCULATED) !== undefined && !free.has(item.linkId),
    faults,
  };
}
