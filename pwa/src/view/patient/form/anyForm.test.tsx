import "fake-indexeddb/auto";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Item } from "../../../domain/questionnaire/index.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { sentItems, statements } from "../../../store/answers.ts";
import { FORM } from "../../../store/ingrid.ts";
import { appears, close, field, heading, press, text, tick, type, until } from "../hands.ts";
import { go } from "../route.ts";
import { answersTo, at, control, FHIR, kept, option } from "./anyForm.tsx";

beforeEach(() => setLanguage("en"));
afterEach(async () => {
  await close();
  vi.unstubAllGlobals();
});

describe("a form that branches", () => {
  const sleep: Item = { linkId: "sleep", type: "choice", text: "How do you sleep?", answerOption: [option("well", "Well"), option("badly", "Badly")] };
  const why: Item = { linkId: "why", type: "text", text: "What keeps you awake?", enableWhen: [{ question: "sleep", operator: "=", answerCoding: { code: "badly" } }] };
  const more: Item = { linkId: "more", type: "text", text: "Anything else?" };

  it("counts only what is asked, and asks more with the tap that asks for it", async () => {
    await at("sleep", sleep, why, more);
    await appears("Question 1 of 3");
    await tick("Badly");
    await appears("Question 1 of 4");
    await press("Next");
    await appears("What keeps you awake?");
    await type("Your answer", "Smerter");
    await press("Next");
    await appears("Anything else?");
    await appears("Question 3 of 4");
  });

  it("keeps what is no longer asked while it is a draft, and leaves it out of what is sent", async () => {
    await at("sleep", sleep, why, more);
    await tick("Badly");
    await press("Next");
    await appears("What keeps you awake?");
    await type("Your answer", "Smerter");
    await press("Next");
    await appears("Anything else?");
    await act(async () => go("/p/form/what-matters/sleep"));
    await appears("How do you sleep?");
    await tick("Well");
    await until(() => answersTo("sleep")[0]?.valueCoding?.code === "well", text);
    expect(answersTo("why")).toEqual([{ valueString: "Smerter" }]);
    await act(async () => go("/p/send/what-matters"));
    await appears("Look through before you send");
    expect(text()).not.toContain("Smerter");
    await press("Send");
    await until(() => sentItems(FORM.shared).length > 0, text);
    expect(sentItems(FORM.shared).map(({ linkId }) => linkId)).toEqual(["sleep"]);
  });
});

describe("a page of a few questions", () => {
  const page: Item = {
    linkId: "you",
    type: "group",
    text: "About you",
    extension: [control("page")],
    item: [
      { linkId: "weight", type: "quantity", text: "What do you weigh?", extension: [{ url: `${FHIR}questionnaire-unit`, valueCoding: { code: "kg", display: "kg" } }, { url: `${FHIR}minValue`, valueDecimal: 20 }] },
      { linkId: "when", type: "date", text: "When did you come?" },
      { linkId: "up", type: "boolean", text: "Do you get up?", item: [{ linkId: "often", type: "integer", text: "How often?", enableWhen: [{ question: "up", operator: "=", answerBoolean: true }] }] },
    ],
  };

  it("says what help the group and the form's way of writing give, and the numbers that the form has", async () => {
    const help: Item = { linkId: "h", type: "display", text: "Write what you know.", extension: [control("help")] };
    const name: Item = { linkId: "name", prefix: "1a.", type: "string", text: "What is it called?", extension: [{ url: `${FHIR}entryFormat`, valueString: "As on the box" }] };
    await at("you", { linkId: "you", prefix: "1.", type: "group", text: "About you", extension: [control("page")], item: [help, name] });
    expect(heading()).toBe("1. About you");
    await appears("Write what you know.");
    await appears("1a. What is it called?");
    await appears("As on the box");
  });

  it("is named by its group, and keeps each answer with its unit", async () => {
    await at("you", page);
    expect(heading()).toBe("About you");
    await type("What do you weigh?, kg", "71,5");
    await kept("weight", 1);
    expect(answersTo("weight")).toEqual([{ valueQuantity: { value: 71.5, unit: "kg", code: "kg" } }]);
  });

  it("does not go on with what cannot be read, says where, and loses no letter of it", async () => {
    await at("you", page);
    await type("What do you weigh?, kg", "seventy");
    await tick("Yes");
    await appears("How often?");
    expect(field("What do you weigh?, kg").value).toBe("seventy");
    await press("Next");
    await appears("Something here cannot be kept as it is.");
    expect(document.activeElement?.getAttribute("role")).toBe("alert");
    await appears("Write a number, such as 12.5.");
    await type("What do you weigh?, kg", "5");
    await appears("Must be 20 or more.");
    await type("What do you weigh?, kg", "70");
    await until(() => !text().includes("cannot be kept"), text);
    await press("Next");
    await until(() => heading() !== "About you", text);
  });

  it("lets the person skip what is wrong", async () => {
    await at("you", page);
    await type("What do you weigh?, kg", "seventy");
    await press("Skip");
    await until(() => heading() !== "About you", text);
  });

  it("takes a date in three parts, and no day that no calendar has", async () => {
    await at("you", page);
    await type("Day", "31");
    await type("Month", "2");
    await type("Year", "2026");
    expect(answersTo("when")).toEqual([]);
    await type("Month", "3");
    await kept("when", 1);
    expect(answersTo("when")).toEqual([{ valueDate: "2026-03-31" }]);
    expect(field("Day").value).toBe("31");
  });
});

describe("what comes several times", () => {
  const medicine: Item = { linkId: "medicine", type: "group", text: "Medicine", repeats: true, extension: [{ url: `${FHIR}questionnaire-maxOccurs`, valueInteger: 2 }], item: [{ linkId: "name", type: "string", text: "What is it called?" }] };

  it("has a blank one to fill in, one more when it is filled in, and no more than the form allows", async () => {
    await at("medicine", medicine);
    await type("What is it called?", "Paracet");
    await kept("name", 1);
    await press("One more");
    await appears("Medicine, number 2");
    const second = [...document.querySelectorAll<HTMLInputElement>("input[type=text]")][1];
    await act(() => {
      if (second) second.value = "Marevan";
      second?.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await kept("name", 2);
    expect(answersTo("name").map(({ valueString }) => valueString)).toEqual(["Paracet", "Marevan"]);
    expect(text()).not.toContain("One more");
  });

  it("can be removed, and put back at once", async () => {
    await at("medicine", medicine);
    await type("What is it called?", "Paracet");
    await kept("name", 1);
    await press("Remove");
    await kept("name", 0);
    await press("Put it back");
    await kept("name", 1);
    expect(field("What is it called?").value).toBe("Paracet");
  });
});

describe("choices", () => {
  const helps: Item = {
    linkId: "helps",
    type: "open-choice",
    repeats: true,
    text: "What helps?",
    answerOption: [option("walk", "A walk"), option("music", "Music"), { ...option("none", "None of these"), extension: [{ url: `${FHIR}questionnaire-optionExclusive`, valueBoolean: true }] }],
  };

  it("that are chosen alone take the others away, and the others them", async () => {
    await at("helps", helps);
    await tick("A walk");
    await tick("None of these");
    await until(() => answersTo("helps")[0]?.valueCoding?.code === "none", text);
    expect(answersTo("helps")).toHaveLength(1);
    await tick("Music");
    await until(() => answersTo("helps")[0]?.valueCoding?.code === "music", text);
    expect(answersTo("helps")).toHaveLength(1);
  });

  it("leave room for something else, beside what is ticked", async () => {
    await at("helps", helps);
    await tick("A walk");
    await tick("Something else");
    await act(() => {
      const own = document.querySelector<HTMLInputElement>("input[type=text]");
      if (own) own.value = "Knitting";
      own?.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await kept("helps", 2);
    expect(answersTo("helps").map(({ valueString, valueCoding }) => valueString ?? valueCoding?.code)).toEqual(["walk", "Knitting"]);
  });

  it("of very many are found by some letters, without accents but with å", async () => {
    const towns = ["Bodø", "Bærum", "Oslo", "Ås", "Ålesund", "Asker", "Tromsø", "Bergen", "Hamar", "Molde"];
    await at("town", { linkId: "town", type: "choice", text: "Where do you live?", extension: [control("autocomplete")], answerOption: towns.map((valueString) => ({ valueString })) });
    await type("Your answer", "å");
    await appears("2 fit.");
    await type("Your answer", "oslo");
    await tick("Oslo");
    await kept("town", 1);
    expect(answersTo("town")).toEqual([{ valueString: "Oslo" }]);
  });
});

it("a slider is no answer before it is touched", async () => {
  await at("pain", { linkId: "pain", type: "integer", text: "How much does it hurt?", extension: [control("slider"), { url: `${FHIR}minValue`, valueInteger: 0 }, { url: `${FHIR}maxValue`, valueInteger: 10 }] });
  await appears("Not chosen yet");
  expect(statements(FORM).size).toBe(0);
  await type("Your answer", "7");
  await kept("pain", 1);
  expect(answersTo("pain")).toEqual([{ valueInteger: 7 }]);
});

it("what the form asks for and does not have is told before sending, and does not stand in its way", async () => {
  await at("a", { linkId: "a", type: "text", text: "First", required: true }, { linkId: "b", type: "text", text: "Second" });
  await press("Skip");
  await appears("Second");
  await type("Your answer", "Ja");
  await press("Next");
  await appears("Is there something you want to talk with us about today, alone?");
  await act(async () => go("/p/send/what-matters"));
  await appears("The form asks for a little more.");
  await press("Send");
  await until(() => sentItems(FORM.shared).length === 1, text);
});

it("marks of markdown are shown, and HTML is only text", async () => {
  const words = "**Bold** <img src=x onerror=alert(1)> [link](https://example.org) [bad](javascript:alert(1))";
  await at("q", { linkId: "t", type: "display", text: "plain", _text: { extension: [{ url: `${FHIR}rendering-markdown`, valueMarkdown: words }] } }, { linkId: "q", type: "text", text: "Q" });
  expect(document.querySelector("b")?.textContent).toBe("Bold");
  expect(document.querySelector("img")).toBeNull();
  expect([...document.querySelectorAll("main a")].map((a) => a.getAttribute("href")).filter((to) => to && !to.startsWith("tel:"))).toEqual(["https://example.org"]);
});

it("a link to help is one that can be followed, and nothing but https is", async () => {
  const help = (linkId: string, text: string): Item => ({ linkId, type: "display", text, extension: [{ url: `${FHIR}questionnaire-itemControl`, valueCodeableConcept: { coding: [{ code: "help-link" }] } }] });
  await at("q", help("h", "Read more: https://example.org/a."), help("j", "javascript:alert(1)"), { linkId: "q", type: "text", text: "Q" });
  expect([...document.querySelectorAll("main a")].map((a) => a.getAttribute("href")).filter((to) => to && !to.startsWith("tel:"))).toEqual(["https://example.org/a"]);
});

it("what the form suggests is written down once; what the person takes away stays away", async () => {
  const item: Item = { linkId: "a", type: "choice", text: "Where?", initial: [{ valueCoding: { code: "home" } }], answerOption: [option("home", "At home"), option("away", "Away")] };
  await at("a", item, { linkId: "b", type: "text", text: "More" });
  await kept("a", 1);
  expect(field("At home").checked).toBe(true);
  await press("Remove the choice");
  await kept("a", 0);
  await press("Next");
  await appears("More");
  await act(async () => go("/p/form/what-matters/a"));
  await appears("Where?");
  expect(answersTo("a")).toEqual([]);
});
