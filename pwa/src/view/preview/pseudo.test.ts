import { describe, expect, it } from "vitest";
import { title, question, options } from "../../domain/questionnaire/texts.ts";
import type { Questionnaire } from "../../domain/questionnaire/index.ts";
import { inPseudo, PSEUDO, pseudo, withPseudo } from "./pseudo.ts";

describe("a text in the language that nobody speaks", () => {
  it("has no Latin letter left, is a third longer, and stands in brackets", () => {
    const found = pseudo("Hvor godt sov du på sykehuset i natt?");
    expect(found).toMatch(/^⟦[^\p{Script=Latin}]+\?⟧$/u);
    expect(found.match(/\p{Script=Arabic}/gu)?.length).toBe(29 + 9);
  });

  it("is the same each time, whatever the case", () => {
    expect(pseudo("SØVN")).toBe(pseudo("søvn"));
  });

  it("keeps numbers, placeholders, tags and addresses", () => {
    const kept = ["{name}", "12", "<b>", "</b>", "https://helsenorge.no/tolk", "tolk@sykehuset.example"];
    const found = pseudo("Møt {name} klokka 12 <b>presis</b> https://helsenorge.no/tolk eller tolk@sykehuset.example.");
    for (const one of kept) expect(found).toContain(one);
  });

  it("keeps the marks of markdown, each line by itself, and where a link leads", () => {
    expect(pseudo("## Råd\n\n- **Drikk**\n1. [Les](https://a.example)").replace(/\p{Script=Arabic}+/gu, "x")).toBe(
      "## ⟦x⟧\n\n- ⟦**x**⟧\n1. ⟦[x](https://a.example)⟧",
    );
  });

  it("leaves what has no words: a time, a decimal comma", () => {
    expect(["{hour}:{minute}", ",", "", "−7"].map(pseudo)).toEqual(["{hour}:{minute}", ",", "", "−7"]);
  });

  it("is made of a whole catalogue, plurals too, with its names kept", () => {
    const found = inPseudo({ decimal: ",", months: ["mai"], messages: { a1: { one: "{n} dag" } } });
    expect(found).toEqual({ decimal: ",", months: [pseudo("mai")], messages: { a1: { one: pseudo("{n} dag") } } });
  });
});

describe("a form in it", () => {
  const form = {
    resourceType: "Questionnaire",
    title: "Natt",
    item: [
      { linkId: "sleep", type: "choice", text: "Søvn?", answerOption: [{ valueCoding: { code: "well", display: "Godt" } }] },
      { linkId: "why", type: "text", text: "Hvorfor?", enableWhen: [{ question: "sleep", operator: "=", answerString: "Godt" }] },
    ],
  } as unknown as Questionnaire;
  const written = { stamp: "1", name: "a.json", form, languages: ["nb"], found: [] };

  it("is one more translation, offered last", () => {
    const found = withPseudo(written);
    const [sleep] = found.form?.item ?? [];
    expect(found.languages).toEqual(["nb", PSEUDO]);
    expect(found.form && title(found.form, PSEUDO)).toBe(pseudo("Natt"));
    expect(sleep && [question(sleep, PSEUDO), question(sleep, "nb")]).toEqual([pseudo("Søvn?"), "Søvn?"]);
    expect(sleep && options(sleep, PSEUDO)).toEqual([{ code: "well", display: pseudo("Godt") }]);
  });

  it("asks on the same conditions", () => {
    expect(withPseudo(written).form?.item?.[1]).toMatchObject(form.item?.[1] ?? {});
  });

  it("is not there when the file has none", () => {
    expect(withPseudo({ ...written, form: null }).languages).toEqual(["nb"]);
  });
});
