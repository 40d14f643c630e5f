import { expect, test } from "vitest";
import type { AnswersOnPage } from "../../../domain/wire.ts";
import { foreignIn, isRead, looksForeign, TONGUES } from "./tongue.ts";

const answers = (language: string, ...said: string[]): AnswersOnPage => ({
  document: "d",
  versions: ["v"],
  received: "",
  response: { resourceType: "QuestionnaireResponse", questionnaire: "form|1", status: "completed", encounter: "stay", language },
  translations: said.map((originalLanguage) => ({
    version: "t",
    at: "",
    translation: { resourceType: "Translation", encounter: "stay", document: "d", versions: ["v"], originalLanguage, language: "nb" },
  })),
});

test("the team reads Norwegian, English, Danish and Swedish", () => {
  expect(["nb", "nn", "en-GB", "da", "sv", "ar", "uk", "se"].map(isRead)).toEqual([true, true, true, true, true, false, false, false]);
});

test("what somebody has said of the language counts before what the app was shown in", () => {
  expect(foreignIn([answers("nb")])).toBe("");
  expect(foreignIn([answers("ar")])).toBe("ar");
  expect(foreignIn([answers("nb", "ti", "am")])).toBe("am");
  expect(foreignIn([answers("ar", "nb")])).toBe("");
});

test("letters of another kind are noticed, a name or a number among ours are not", () => {
  expect(looksForeign("أن أعود إلى البيت")).toBe(true);
  expect(looksForeign("Я хочу додому 7")).toBe(true);
  expect(looksForeign("Å kunne gå til Дніпро en gang")).toBe(false);
  expect(looksForeign("12.30")).toBe(false);
});

test("every language that is offered has a name", () => {
  const names = new Intl.DisplayNames(["nb"], { type: "language", fallback: "none" });
  expect(TONGUES.filter((tag) => !names.of(tag))).toEqual([]);
});
