/**
 * The browser's engine of forms for Python's tests: a form and answers as a line of JSON in, what it makes of them as a
 * line out. `node bridge/questionnaire.ts`
 */
import { createInterface } from "node:readline";
import { formOf } from "../src/domain/questionnaire/form.ts";
import { type About, response } from "../src/domain/questionnaire/nested.ts";
import { places, walked } from "../src/domain/questionnaire/places.ts";
import type { Questionnaire } from "../src/domain/questionnaire/resource.ts";
import { flaws } from "../src/domain/questionnaire/rules.ts";
import type { ResponseItem } from "../src/domain/wire.ts";

interface Asked {
  readonly form: Questionnaire;
  readonly items: readonly ResponseItem[];
  readonly about: About;
  /** How often it is done for measuring; then what it takes is told as `ms`. */
  readonly rounds?: number;
}

/** Milliseconds of the processor that it takes, when it has been done as often before. */
function cost(rounds: number, work: () => unknown): number {
  const repeat = (): void => {
    for (let n = 0; n < rounds; n++) work();
  };
  repeat();
  const begun = process.threadCpuUsage();
  repeat();
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1000 / rounds;
}

function made({ form: questionnaire, items, about, rounds }: Asked): unknown {
  const form = formOf(questionnaire);
  return {
    places: walked(places(form, items)).map(({ node, within }) => [node.item.linkId, within]),
    flaws: flaws(form, items).map(({ linkId, within, remark }) => [linkId, within, remark]),
    nested: response(form, items, about),
    ...(rounds && { ms: cost(rounds, () => [places(form, items), flaws(form, items)]) }),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer: unknown;
  try {
    answer = made(JSON.parse(line) as Asked);
  } catch (problem) {
    answer = { problem: String(problem) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
