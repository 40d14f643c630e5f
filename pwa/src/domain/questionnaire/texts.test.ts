import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formOf } from "./form.ts";
import { examples, help, options, question, type Questionnaire, questions, title } from "./index.ts";

const file = "../server/viktig/content/questionnaires/what-matters.json";
const form = JSON.parse(readFileSync(file, "utf8")) as Questionnaire;
const asked = questions(form.item);
const matters = asked.find(({ linkId }) => linkId === "matters");

describe("our form, read as FHIR", () => {
  it("asks its questions in order and leaves out what is only shown", () => {
    expect(asked.map(({ linkId }) => linkId).slice(0, 3)).toEqual(["talk", "matters", "home"]);
    expect(asked.some(({ type }) => type === "display" || type === "group")).toBe(false);
  });

  it("speaks the reader's language, with help and examples", () => {
    if (!matters) throw new Error("the form no longer asks what matters");
    const all = ["nb", "nn", "en"].map((tag) => question(matters, tag));
    expect(new Set(all).size).toBe(3);
    expect(title(form, "nn")).not.toBe(title(form, "nb"));
    expect(help(matters, "en")).not.toBe("");
    expect(examples(matters, "en").length).toBeGreaterThan(1);
  });

  it("takes a text of help for what it is, also where it is written as a question", () => {
    const control = { url: "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl", valueCodeableConcept: { coding: [{ code: "help" }] } };
    const told = { linkId: "h", type: "text", text: "Kort", extension: [control] };
    const item = { linkId: "a", type: "string", item: [told] };
    expect(questions([item]).map(({ linkId }) => linkId)).toEqual(["a"]);
    expect(formOf({ resourceType: "Questionnaire", id: "q", url: "u", version: "1", item: [item] } as unknown as Questionnaire).nodes.get("h")?.asked).toBe(false);
    expect(help(item, "nb")).toBe("Kort");
  });

  it("falls back to its own language for one it does not have", () => {
    if (!matters) throw new Error("the form no longer asks what matters");
    expect(question(matters, "se")).toBe(matters.text);
  });

  it("names its options in the reader's language and keeps their codes", () => {
    const learn = asked.find(({ linkId }) => linkId === "learn");
    if (!learn) throw new Error("the form no longer asks what one wants to learn");
    const [nb, en] = [options(learn, "nb"), options(learn, "en")];
    expect(nb.map(({ code }) => code)).toEqual(en.map(({ code }) => code));
    expect(nb.map(({ display }) => display)).not.toEqual(en.map(({ display }) => display));
  });
});
