import type { Words } from "./gettext.ts";

/** The words up to the first Send; those that the patient's other pages, or the team's and the leader's, need besides. */
export type Part = "patient" | "rest" | "team";
type Load<T> = () => Promise<{ default: T }>;
interface Spoken {
  /** In the language itself: who cannot read the page must find it. */
  name: string;
  direction: "ltr" | "rtl";
  patient: Load<Words>;
  rest: Load<Pick<Words, "messages">>;
  team: Load<Pick<Words, "messages">>;
}

export const LANGUAGES = {
  nb: {
    name: "Bokmål",
    direction: "ltr",
    patient: () => import("./generated/nb.json"),
    rest: () => import("./generated/nb.rest.json"),
    team: () => import("./generated/nb.team.json"),
  },
  nn: {
    name: "Nynorsk",
    direction: "ltr",
    patient: () => import("./generated/nn.json"),
    rest: () => import("./generated/nn.rest.json"),
    team: () => import("./generated/nn.team.json"),
  },
  en: {
    name: "English",
    direction: "ltr",
    patient: () => import("./generated/en.json"),
    rest: () => import("./generated/en.rest.json"),
    team: () => import("./generated/en.team.json"),
  },
} satisfies Record<string, Spoken>;

export type Language = keyof typeof LANGUAGES;

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);

/** The first of the wished languages that we speak: `preferred(navigator.languages)`. */
export function preferred(wishes: readonly string[], otherwise: Language = "nb"): Language {
  for (const wish of wishes) {
    const tag = wish.toLowerCase().split("-")[0] ?? "";
    if (tag === "no") return "nb";
    if (isLanguage(tag)) return tag;
  }
  return otherwise;
}
