/** Fills out any form, in several ways: for tests that want an answer to each question. */
import { CALCULATED, ENTRY_FORMAT, first, named, UNIT, UNIT_OPTION } from "../src/domain/questionnaire/extensions.ts";
import { below, type Form, isAlone, type Node, several } from "../src/domain/questionnaire/form.ts";
import type { Option } from "../src/domain/questionnaire/resource.ts";
import type { Answer, ResponseItem, Speaker } from "../src/domain/wire.ts";

const INGRID: Speaker = { kind: "patient", name: "Ingrid" };
const TONE: Speaker = { kind: "related", name: "Tone", relation: "datter" };
const WORDS = ["Inga", "Å få sove", "Kaffe på senga 👵🏽"];
const PLAIN: Readonly<Record<string, readonly Answer[]>> = {
  boolean: [{ valueBoolean: true }, { valueBoolean: false }],
  integer: [{ valueInteger: 3 }, { valueInteger: 5 }, { valueInteger: 6 }, { valueInteger: 9 }],
  decimal: [{ valueDecimal: 37.5 }, { valueDecimal: 36 }, { valueDecimal: 38.2 }],
  date: [{ valueDate: "2026-11-02" }, { valueDate: "2026" }, { valueDate: "2026-12" }],
  dateTime: [{ valueDateTime: "2026-11-02T08:30:00+01:00" }, { valueDateTime: "2026-11" }, { valueDateTime: "2026-12-24T17:00:00.5Z" }],
  time: [{ valueTime: "08:30:00" }, { valueTime: "21:15:00" }, { valueTime: "07:15:00" }],
  string: WORDS.map((valueString) => ({ valueString })),
  text: WORDS.map((valueString) => ({ valueString })),
  url: [{ valueUri: "https://helsenorge.no" }],
};

/** Answers to every question that is asked, whether it is enabled or not; another `way`, other answers. */
export function filled(form: Form, way: number): ResponseItem[] {
  return form.roots.flatMap(below).flatMap((node) => {
    if (!node.asked || first(node.item, ...CALCULATED)) return [];
    const declined = way % 5 === 4 && node.item.required !== true;
    return instances(node.where, 1 + (way % 2)).map((within, n) => ({
      linkId: node.item.linkId,
      within,
      text: node.item.text ?? "",
      answer: declined ? [] : answers(node, way + n),
      declined,
      saidBy: way % 3 === 2 ? TONE : INGRID,
      writtenBy: INGRID,
      authored: "2026-11-02T08:00:00Z",
    }));
  });
}

/** The names of all instances of something that deep, so many in each. */
function instances(deep: number, each: number): string[] {
  let all = [""];
  for (let level = 0; level < deep; level++) {
    all = all.flatMap((above) => Array.from({ length: each }, (_, n) => (above ? `${above}/000${n + 1}` : `000${n + 1}`)));
  }
  return all;
}

function answers(node: Node, way: number): Answer[] {
  const all = candidates(node);
  const count = several(node) ? Math.min(2, all.length) : 1;
  return Array.from({ length: count }, (_, n) => all[(way + n) % all.length] ?? {});
}

function candidates(node: Node): readonly Answer[] {
  const { item, options } = node;
  const together = several(node) ? options.filter((option) => !isAlone(option)) : options;
  if (together.length > 0) return together.map(chosen);
  const example = first(item, ENTRY_FORMAT)?.valueString;
  if (example) return [{ valueString: example }];
  if (item.type === "quantity") {
    const { code = "", display = "", system = "" } = named(item, UNIT, UNIT_OPTION)[0]?.valueCoding ?? {};
    return [70, 70.5, 69].map((value) => ({ valueQuantity: { value, unit: display, system, code } }));
  }
  return PLAIN[item.type] ?? [{ valueCoding: { code: "unknown" } }];
}

function chosen({ valueCoding, valueInteger, valueDate, valueTime, valueString }: Option): Answer {
  if (valueCoding) return { valueCoding: { code: valueCoding.code ?? "", display: valueCoding.display ?? "", system: valueCoding.system ?? "" } };
  return JSON.parse(JSON.stringify({ valueInteger, valueDate, valueTime, valueString })) as Answer;
}
