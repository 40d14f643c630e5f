import { words } from "../../i18n/gettext.ts";
import { isLanguage, language, setLanguage } from "../../i18n/index.ts";
import { inPseudo, PSEUDO } from "./pseudo.ts";

/** The words around the form follow its language, where we speak it; else they stay. */
export async function speak(tag: string): Promise<void> {
  const pseudo = tag === PSEUDO;
  // The sentences stand in the sources in English, so English has no catalogue of them to be turned.
  const come = await setLanguage(pseudo ? "nb" : isLanguage(tag) ? tag : language.peek());
  if (!come || !pseudo) return;
  words.value = inPseudo(words.peek());
  Object.assign(document.documentElement, { lang: PSEUDO, dir: "rtl" });
}
