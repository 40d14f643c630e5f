import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** Whose voices can read a language aloud. There is hardly one for nynorsk; those for bokmål are understood. */
const TONGUES: Readonly<Record<string, readonly string[]>> = { nb: ["nb", "no"], nn: ["nn", "no", "nb"] };

/** A voice of this phone: others would send what is read to somebody's server. */
export function voiceFor(language: string, voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const own = voices.filter(({ localService }) => localService);
  for (const tongue of TONGUES[language] ?? [language]) {
    const fits = own.filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === tongue);
    const found = fits.find((each) => each.default) ?? fits[0];
    if (found) return found;
  }
  return undefined;
}

/** Voices come when they come. */
export function useVoice(language: string): Signal<SpeechSynthesisVoice | undefined> {
  const voice = useSignal<SpeechSynthesisVoice | undefined>(undefined);
  useEffect(() => {
    const speech = globalThis.speechSynthesis as SpeechSynthesis | undefined;
    if (!speech) return;
    const look = (): void => void (voice.value = voiceFor(language, speech.getVoices()));
    look();
    speech.addEventListener("voiceschanged", look);
    return () => speech.removeEventListener("voiceschanged", look);
  }, [language]);
  return voice;
}
