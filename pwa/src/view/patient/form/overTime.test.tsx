import "fake-indexeddb/auto";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Item } from "../../../domain/questionnaire/index.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { standing, statements } from "../../../store/answers.ts";
import { headsOf, response, versionsOf } from "../../../store/documents.ts";
import { FORM, said } from "../../../store/ingrid.ts";
import { appears, close, field, press, text, type, until } from "../hands.ts";
import { go } from "../route.ts";
import { inStay, kept, option } from "./anyForm.tsx";

beforeEach(() => setLanguage("en"));
afterEach(async () => {
  await close();
  vi.unstubAllGlobals();
});

describe("who has been here before", () => {
  const earlier = [{ questionnaire: FORM.questionnaire.replace("1.0.0", "0.9.0"), audience: "staff" as const, received: "2026-03-03T10:00:00Z", item: [said("talk", "Snakk høyt")] }];
  const talk: Item = { linkId: "talk", type: "text", text: "How shall we talk with you?" };

  it("sees what they said then, and says with one tap that it is still so, for the same eyes only", async () => {
    await inStay("talk", { earlier }, {}, [talk]);
    await appears("Has anything changed?");
    await appears("Snakk høyt");
    expect(statements(FORM).size).toBe(0);
    await press("It is still so");
    await kept("talk", 1);
    expect(statements(FORM).get("talk")?.audience).toBe("staff");
    expect(field<HTMLTextAreaElement>("Your answer").value).toBe("Snakk høyt");
    expect(text()).not.toContain("Has anything changed?");
  });

  it("answers anew where something has changed, and then is not asked again", async () => {
    await inStay("talk", { earlier }, {}, [talk]);
    await type("Your answer", "Snakk rolig");
    await kept("talk", 1);
    expect(text()).not.toContain("Has anything changed?");
  });
});

describe("a form that was renewed while it was answered", () => {
  const old: Item[] = [{ linkId: "a", type: "text", text: "First" }, { linkId: "b", type: "text", text: "Second" }];
  const renewed: Item[] = [{ linkId: "a", type: "text", text: "First, in better words" }, { linkId: "b", type: "choice", text: "Second", answerOption: [option("x", "X")] }];
  const form = { questionnaire: "any|1", newer: "any|2", newerPath: "forms/newer@2.json" };

  it("goes on as it was, until the person moves the answers that fit; the others stay in the history", async () => {
    await inStay("a", {}, form, old, renewed);
    await appears("The questions have been renewed");
    await type("Your answer", "Å få sove");
    await kept("a", 1);
    await press("Next");
    await appears("Second");
    await type("Your answer", "Å gå");
    await kept("b", 1);
    await appears("1 answer has no place in the new ones.");
    await press("Move my answers over");
    const asked = (): (string | undefined)[] => versionsOf(FORM.shared).filter(({ version }) => headsOf(FORM.shared).includes(version)).map((held) => response(held)?.questionnaire);
    await until(() => asked().join() === "any|2", text);
    expect(standing(FORM.shared).map(({ linkId, answer }) => [linkId, answer?.[0]?.valueString])).toEqual([["a", "Å få sove"]]);
    const said = versionsOf(FORM.shared).flatMap((held) => response(held) ?? []);
    expect(said.some(({ questionnaire, item = [] }) => questionnaire === "any|1" && item.length === 2)).toBe(true);
    // The screen itself follows, without going anywhere.
    await appears("Choose one.");
    await act(async () => go("/p/form/what-matters/a"));
    await appears("First, in better words");
    expect(text()).not.toContain("have been renewed");
  });
});
