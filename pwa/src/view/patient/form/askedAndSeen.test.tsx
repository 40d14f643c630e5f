import "fake-indexeddb/auto";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Item } from "../../../domain/questionnaire/index.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { sentItems } from "../../../store/answers.ts";
import { FORM } from "../../../store/ingrid.ts";
import { appears, close, heading, press, text, tick, type, until } from "../hands.ts";
import { go } from "../route.ts";
import { more } from "./more.ts";
import { answersTo, at, FHIR, kept, option } from "./anyForm.tsx";

beforeEach(() => setLanguage("en"));
afterEach(async () => {
  await close();
  vi.unstubAllGlobals();
});

describe("a form of plain questions", () => {
  it("fetches what one of them cannot do without", async () => {
    more.value = null;
    await at("code", { linkId: "code", type: "text", text: "Which code?", extension: [{ url: `${FHIR}regex`, valueString: "[0-9]{4}" }] });
    await type("Your answer", "abc");
    await until(() => more.value !== null, () => "it never came");
    await press("Next");
    await appears("Something here cannot be kept as it is.");
  });
});

describe("a day and a time", () => {
  it("does not go on with a time of no day, and keeps both when the day has come", async () => {
    await at("when", { linkId: "when", type: "dateTime", text: "When did it begin?" }, { linkId: "more", type: "text", text: "Anything else?" });
    await type("Time", "08:30");
    await press("Next");
    await appears("Something here cannot be kept as it is.");
    await type("Day", "3");
    await type("Month", "11");
    await type("Year", "2026");
    await kept("when", 1);
    expect(answersTo("when")[0]?.valueDateTime).toMatch(/^2026-11-03T08:30:00/);
    await press("Next");
    await appears("Anything else?");
  });
});

describe("looking through", () => {
  const food: Item = { linkId: "food", type: "choice", repeats: true, text: "What do you like?", answerOption: [option("fish", "Fish"), option("soup", "Soup")] };
  const why: Item = { linkId: "why", type: "text", text: "Why?" };

  it("has a line for each choice, names what was skipped, and is called something else when it is sent", async () => {
    await at("food", food, why);
    await tick("Fish");
    await tick("Soup");
    await kept("food", 2);
    await act(async () => go("/p/send/what-matters"));
    await appears("Look through before you send");
    expect([...document.querySelectorAll("main ul.chosen li")].map((each) => each.textContent)).toEqual(["Fish", "Soup"]);
    const skipped = document.querySelector("details");
    expect(skipped?.querySelector("summary")?.textContent).toBe("Not answered yet (1)");
    expect(skipped?.querySelector("a")?.getAttribute("href")).toBe("/p/form/what-matters/why");
    await press("Send");
    await until(() => sentItems(FORM.shared).length > 0, text);
    await act(async () => go("/p/send/what-matters"));
    await until(() => heading() === "Your answers", heading);
    expect(text()).toContain("This has been sent");
  });
});
