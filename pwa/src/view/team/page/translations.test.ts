import { expect, test } from "vitest";
import type { AnswersOnPage, PatientPage, ResponseItem, TranslationOnPage } from "../../../domain/wire.ts";
import { toldOn } from "./told.ts";
import { standing, toTranslate, translationsOf, versionsOf } from "./translations.ts";

const amina = { kind: "patient" as const, name: "Amina" };
const item = (linkId: string, answer: NonNullable<ResponseItem["answer"]>): ResponseItem => ({ linkId, answer, saidBy: amina, writtenBy: amina, authored: "2026-11-23T08:00:00Z" });
const own = item("matters", [{ valueString: "أن أعود إلى البيت" }]);

const answers = (translations: readonly TranslationOnPage[] = [], audience: "all" | "staff" = "all"): AnswersOnPage => ({
  document: audience,
  translated: `${audience}-in-other-words`,
  versions: ["v1"],
  received: "",
  translations,
  response: {
    resourceType: "QuestionnaireResponse",
    questionnaire: "form|1",
    status: "completed",
    encounter: "stay",
    language: "nb",
    audience,
    item: audience === "all" ? [own, item("hearing", [{ valueCoding: { code: "well" } }])] : [item("worry", [{ valueString: "سر" }])],
  },
});
const translated = (version: string, text: string, ...earlier: string[]): TranslationOnPage => ({
  version,
  at: "2026-11-23T09:00:00Z",
  by: "Kari",
  earlier,
  translation: { resourceType: "Translation", encounter: "stay", document: "all", versions: ["v1"], originalLanguage: "ar", language: "nb", item: [{ linkId: "matters", text }] },
});

const page = { encounter: { id: "stay", patient: { id: "amina" } } } as PatientPage;
const by = { page, author: "Practitioner/kari", now: "2026-11-23T10:00:00Z", id: () => "new" };
const told = (...all: AnswersOnPage[]) => {
  const [one] = toldOn({ answers: all }, new Map(), "nb");
  if (!one) throw new Error("nothing was told");
  return one;
};

test("own words are translated, and what was chosen is not", () => {
  expect(toTranslate(told(answers())).map(({ linkId }) => linkId)).toEqual(["matters"]);
});

test("a translation is a version on the newest ones, of the versions on the screen, for the same people", () => {
  const one = told(answers([translated("t1", "Hjem"), translated("t2", "Heim")]), answers([], "staff"));
  const sheet = standing(one, "ar", "nb");
  expect(sheet.texts).toEqual({ "all matters": "Heim" });
  const made = versionsOf(one, { ...sheet, texts: { "all matters": "Å komme hjem", "staff worry": "En hemmelighet" } }, by);
  expect(made.map(({ id, base, content }) => [id, base, content.audience, content.item?.map(({ text }) => text)])).toEqual([
    ["all-in-other-words", ["t1", "t2"], "all", ["Å komme hjem"]],
    ["staff-in-other-words", [], "staff", ["En hemmelighet"]],
  ]);
  expect(made[0]?.content).toMatchObject({ document: "all", versions: ["v1"], originalLanguage: "ar", language: "nb" });
});

test("which language it is can be said without a translation, and nothing new writes nothing", () => {
  const one = told(answers());
  expect(versionsOf(one, standing(one, "nb", "nb"), by)).toEqual([]);
  expect(versionsOf(one, standing(one, "ti", "nb"), by)[0]?.content).toMatchObject({ originalLanguage: "ti", item: [] });
});

test("a translation stands at the words it is of, and tells when they have changed since", () => {
  const [matters, hearing] = told(answers([translated("t", "Hjem", "matters")])).said.map(({ statements }) => statements[0]);
  expect(matters && translationsOf(matters).map(({ text, earlier }) => [text, earlier])).toEqual([["Hjem", true]]);
  expect(hearing && translationsOf(hearing)).toEqual([]);
});
