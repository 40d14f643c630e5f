import type { AnswersOnPage, PatientPage, Translation, TranslationOnPage, Version } from "../../../domain/wire.ts";
import { spot, unspot } from "../../../domain/join.ts";
import type { Said, Statement } from "./statements.ts";
import type { Told } from "./told.ts";

/** What somebody made of the words at one spot. */
export interface InOtherWords {
  readonly text: string;
  readonly of: TranslationOnPage;
  /** The original says something else now. */
  readonly earlier: boolean;
}

/** The translations of one statement; of two that were written beside each other, both. */
export const translationsOf = ({ item, on }: Statement): readonly InOtherWords[] =>
  (on.translations ?? []).flatMap((of) => {
    const found = of.translation.item?.find((one) => spot(one) === spot(item));
    return found?.text ? [{ text: found.text, of, earlier: of.earlier?.includes(spot(item)) ?? false }] : [];
  });

/** What can be translated: own words. What was chosen is shown in the reader's language already. */
export const toTranslate = ({ said }: Told): readonly Said[] =>
  said.filter(({ statements }) => statements.some(({ item }) => item.answer?.some((one) => one.valueString != null)));

/** Where a text belongs: two documents of a form are translated each by itself. */
export const placeOf = (on: AnswersOnPage, at: string): string => `${on.document} ${at}`;

export interface Sheet {
  readonly originalLanguage: string;
  readonly language: string;
  readonly interpreter: boolean;
  readonly texts: Readonly<Record<string, string>>;
}

/** What stands now, to go on from. */
export function standing({ answers }: Told, originalLanguage: string, language: string): Sheet {
  const texts: Record<string, string> = {};
  for (const on of answers)
    for (const { translation } of on.translations ?? [])
      for (const one of translation.item ?? []) texts[placeOf(on, spot(one))] = one.text;
  const last = answers.flatMap(({ translations = [] }) => translations).at(-1)?.translation;
  return { originalLanguage, language: last?.language ?? language, interpreter: last?.interpreter ?? false, texts };
}

interface By {
  readonly page: PatientPage;
  readonly author: string;
  readonly now: string;
  readonly id: () => string;
}

/** A version for each document of the form that is translated anew. */
export function versionsOf(told: Told, sheet: Sheet, by: By): (Omit<Version, "content"> & { readonly content: Translation })[] {
  const before = standing(told, "", "");
  return told.answers.flatMap((on) => {
    const places = new Set(told.said.flatMap(({ spot: at, statements }) => (statements.some((one) => one.on === on) ? [at] : [])));
    const item = [...places].flatMap((at) => {
      const text = sheet.texts[placeOf(on, at)]?.trim();
      return text ? [{ ...unspot(at), text }] : [];
    });
    const newest = on.translations?.at(-1)?.translation;
    const changed = [...places].some((at) => (sheet.texts[placeOf(on, at)] ?? "").trim() !== (before.texts[placeOf(on, at)] ?? "").trim());
    const said = sheet.originalLanguage !== (newest?.originalLanguage ?? on.response.language);
    if (!said && !changed) return [];
    const { encounter } = by.page;
    const content: Translation = {
      resourceType: "Translation",
      encounter: encounter.id,
      document: on.document,
      versions: on.versions,
      audience: on.response.audience ?? "all",
      ...(on.response.subject && { subject: on.response.subject }),
      originalLanguage: sheet.originalLanguage,
      language: sheet.language,
      ...(sheet.interpreter && { interpreter: true }),
      item,
    };
    return [
      {
        id: on.translated ?? "",
        version: by.id(),
        base: (on.translations ?? []).map(({ version }) => version),
        patient: encounter.patient.id,
        author: by.author,
        recorded: by.now,
        shape: 1,
        content,
      },
    ];
  });
}
