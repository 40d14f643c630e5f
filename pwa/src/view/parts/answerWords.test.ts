import { beforeEach, describe, expect, test } from "vitest";
import { formOf } from "../../domain/questionnaire/form.ts";
import type { Item } from "../../domain/questionnaire/resource.ts";
import type { Answer } from "../../domain/wire.ts";
import { needWords, setLanguage } from "../../i18n/index.ts";
import { answerWords, saidWords } from "./answerWords.ts";

beforeEach(async () => {
  await setLanguage("nb");
  await needWords("rest");
});

const TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";
const inNynorsk = (content: string) => ({
  extension: [
    { url: TRANSLATION, extension: [{ url: "lang", valueCode: "nn" }, { url: "content", valueString: content }] },
  ],
});
const node = (item: Partial<Item> = {}) =>
  formOf({ url: "form", version: "1", item: [{ linkId: "asked", type: "string", ...item }] }).nodes.get("asked");
const told = (answer: Answer, item?: Partial<Item>, language = "nb") => answerWords([answer], node(item), language);

test.each<[string, Answer, string]>([
  ["yes", { valueBoolean: true }, "Ja"],
  ["no", { valueBoolean: false }, "Nei"],
  ["a whole number", { valueInteger: 12 }, "12"],
  ["nothing, as a number", { valueInteger: 0 }, "0"],
  ["a number with decimals", { valueDecimal: 36.75 }, "36,75"],
  ["an amount", { valueQuantity: { value: 0.5, unit: "mg" } }, "0,5 mg"],
  ["an amount of which only the code is known", { valueQuantity: { value: 3, code: "kg" } }, "3 kg"],
  ["a day", { valueDate: "2026-03-09" }, "9. mars 2026"],
  ["a month", { valueDate: "2026-03" }, "mars 2026"],
  ["a year", { valueDate: "1968" }, "1968"],
  ["a time of a day", { valueDateTime: "2026-03-09T23:30:00Z" }, "10. mars 2026 klokka 0.30"],
  ["a day where a time was asked", { valueDateTime: "2026-03-09" }, "9. mars 2026"],
  ["a time", { valueTime: "08:05:00" }, "8.05"],
  ["an address", { valueUri: "https://example.org/" }, "https://example.org/"],
  ["own words", { valueString: "Å kunne gå selv" }, "Å kunne gå selv"],
])("%s is said as people say it", (_name, answer, words) => {
  expect(told(answer)).toBe(words);
});

describe("what was chosen", () => {
  const option = { valueCoding: { code: "ear", display: "Høreapparat", _display: inNynorsk("Høyreapparat") } };
  const item: Partial<Item> = { type: "choice", answerOption: [option] };

  test("is read in the reader's language, whatever it was chosen in", () => {
    expect(told({ valueCoding: { code: "ear", display: "A hearing aid" } }, item, "nn")).toBe("Høyreapparat");
  });

  test("is as it was shown when the form does not offer it any more, or is not known here", () => {
    expect(told({ valueCoding: { code: "eye", display: "Briller" } }, item)).toBe("Briller");
    expect(answerWords([{ valueCoding: { code: "eye" } }], undefined, "nb")).toBe("eye");
  });

  test("may be a word or a number", () => {
    const plain = { answerOption: [{ valueString: "Litt", _valueString: inNynorsk("Litt grann") }, { valueInteger: 3 }] };
    expect(told({ valueString: "Litt" }, plain, "nn")).toBe("Litt grann");
    expect(told({ valueInteger: 3 }, plain)).toBe("3");
  });
});

test("a unit is named in the reader's language", () => {
  const unit = { url: "http://hl7.org/fhir/StructureDefinition/questionnaire-unit", valueCoding: { code: "d", display: "dager", _display: inNynorsk("dagar") } };
  expect(told({ valueQuantity: { value: 2, unit: "dager", code: "d" } }, { extension: [unit] }, "nn")).toBe("2 dagar");
});

test("several answers are a list; several texts stand each on a line of their own", () => {
  expect(answerWords([{ valueCoding: { code: "a", display: "Te" } }, { valueString: "Kaffe" }], node(), "nb")).toBe("Te, Kaffe");
  expect(answerWords([{ valueString: "Katten, og hagen" }, { valueString: "Søvn" }], node(), "nb")).toBe("Katten, og hagen\nSøvn");
});

test("what somebody would rather not say is told so, and nothing is nothing", () => {
  expect(saidWords({ declined: true }, node(), "nb")).toBe("Vil helst ikke si det");
  expect(saidWords({ answer: [] }, node(), "nb")).toBe("");
});
