import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer, ResponseItem } from "../../wire.ts";
import { formOf } from "../form.ts";
import { places, walked } from "../places.ts";
import type { Questionnaire } from "../resource.ts";
import { evaluating, PATIENCE, type Thread } from "./evaluating.ts";
import { type Evaluator, evaluator } from "./evaluator.ts";

const read = (name: string): Questionnaire => JSON.parse(readFileSync(`../tests/fhir/forms/expressions-${name}.json`, "utf8")) as Questionnaire;
const sums = read("sums");
const by = { kind: "patient" } as const;
const said = (linkId: string, answer: Answer, within = ""): ResponseItem => ({ linkId, within, answer: [answer], saidBy: by, writtenBy: by, authored: "2026-05-04T10:00:00Z" });

/** The worker's work in this thread, answering after a while. It says no word more once it comes to `endless`. */
function thread(asked: unknown[] = [], endless?: number): () => Thread {
  return () => {
    let form: Evaluator | undefined;
    let silent = false;
    const own: Thread = {
      onmessage: null,
      onerror: null,
      terminate: () => (own.onmessage = null),
      postMessage: (message) => {
        if ("form" in message) {
          const { form: written, given, slow, careful } = message;
          const trying = (n: number): void => {
            if (careful) say({ trying: n });
            silent ||= n === endless;
          };
          form = evaluator(formOf(written), given, slow, trying);
          return;
        }
        asked.push(message);
        const told = form?.weigh(message.question);
        if (told) setTimeout(() => say({ told }));
      },
    };
    const say = (data: object): void => void (silent || own.onmessage?.({ data } as MessageEvent));
    setTimeout(() => say({ ready: true }));
    return own;
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function soon<T>(promise: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(2 * PATIENCE + 10);
  return promise;
}

describe("a form that is being answered", () => {
  it("shows what is asked, in each instance, and whom the form answers for", async () => {
    const repeating = read("repeating");
    const form = await soon(evaluating(repeating, "", thread()));
    const items = [said("morning", { valueInteger: 1 }, "a"), said("morning", { valueInteger: 5 }, "b")];
    const { met, calculates } = await soon(form.weigh(items));
    const there = walked(places(formOf(repeating), items, undefined, met)).map(({ node, within }) => `${node.item.linkId} ${within}`);
    expect(there.filter((place) => place.startsWith("many"))).toEqual(["many b"]);
    const [daily, name] = ["daily", "name"].flatMap((linkId) => formOf(repeating).nodes.get(linkId) ?? []);
    expect([daily, name].map((node) => node && calculates(node))).toEqual([true, false]);
  });

  it("suggests answers also in an instance that was just added", async () => {
    const initial = { url: "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression", valueExpression: { language: "text/fhirpath", expression: "'one'" } };
    const own: Questionnaire = { url: "https://viktig.example/Questionnaire/own", version: "1", item: [{ linkId: "g", type: "group", repeats: true, item: [{ linkId: "q", type: "string", extension: [initial] }] }] };
    const form = await soon(evaluating(own, "", thread()));
    const shown = places(formOf(own), [], () => ["a"]);
    expect((await soon(form.begin([], shown))).initial).toEqual([{ linkId: "q", within: "a", answer: [{ valueString: "one" }] }]);
    expect((await soon(form.begin([]))).initial).toEqual([]);
  });

  it("asked several times while it works, answers all of them by the newest", async () => {
    const asked: unknown[] = [];
    const form = await soon(evaluating(sums, "", thread(asked)));
    const all = [1, 2, 3, 4].map((n) => form.weigh([said("one", { valueInteger: n })]));
    const sum = (await soon(Promise.all(all))).map(({ calculated }) => calculated[0]?.answer[0]?.valueInteger);
    expect(sum).toEqual([4, 4, 4, 4]);
    expect(asked).toHaveLength(1);
  });

  it("goes on without an expression that never ends", async () => {
    const form = await soon(evaluating(sums, "", thread([], 2)));
    const { calculated, faults, calculates } = await soon(form.weigh([said("weight", { valueDecimal: 80 }), said("one", { valueInteger: 2 })]));
    expect(faults.map(({ linkId, why }) => [linkId, why])).toEqual([["sum", "too-slow"]]);
    expect(calculated.map(({ linkId }) => linkId)).toEqual(["heavy"]);
    const node = formOf(sums).nodes.get("sum");
    expect(node && calculates(node)).toBe(false);
  });

  it("can not be begun where the worker can not be fetched", async () => {
    const gone = (): Thread => {
      const own: Thread = { onmessage: null, onerror: null, terminate: () => undefined, postMessage: () => undefined };
      setTimeout(() => own.onerror?.(new ErrorEvent("error")));
      return own;
    };
    const failed = expect(evaluating(sums, "", gone)).rejects.toThrow("could not be fetched");
    await soon(failed);
  });
});
