import { useSignal, useSignalEffect } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { _ } from "../../../i18n/index.ts";
import { here } from "../../../store/here.ts";
import { Button } from "../../parts/Button.tsx";
import { covered } from "../lock/cover.ts";
import { mark, sentencesOf } from "./spoken.ts";
import { useVoice } from "./voice.ts";

interface Screen {
  room: RefObject<HTMLElement | null>;
  heading: string;
  language: string;
}

/** Reads a screen aloud, a sentence at a time, and marks the one that it reads. Not there where the phone has no voice of its own. */
export function Aloud({ room, heading, language }: Screen) {
  const voice = useVoice(language);
  const state = useSignal<"resting" | "asking" | "reading" | "paused">("resting");
  const [at, turn, voiced] = [useRef(0), useRef(0), useRef<SpeechSynthesisUtterance | null>(null)];

  function read(from: number): void {
    const speaker = voice.value;
    if (!speaker || !room.current) return;
    const sentences = sentencesOf(room.current);
    const mine = ++turn.current;
    speechSynthesis.cancel();
    state.value = "reading";
    // The heading is read first, and is not marked: it is what the eye rests on anyway.
    const say = (n: number): void => {
      if (mine !== turn.current) return;
      const sentence = sentences[n - 1];
      if (n > sentences.length) return stop();
      at.current = n;
      mark(sentence);
      const words = new SpeechSynthesisUtterance(sentence?.said ?? heading);
      Object.assign(words, { voice: speaker, lang: speaker.lang, rate: 0.95, onend: () => say(n + 1), onerror: () => mine === turn.current && stop() });
      // Held on to: some browsers let go of one that nobody holds, and then never say that it has ended.
      voiced.current = words;
      speechSynthesis.speak(words);
    };
    say(from);
  }
  /** Taken up again at the beginning of the sentence: phones differ in whether they can go on in the middle of one. */
  function pause(): void {
    turn.current++;
    speechSynthesis.cancel();
    state.value = "paused";
  }
  function stop(): void {
    if (state.value === "resting") return;
    turn.current++;
    speechSynthesis.cancel();
    mark();
    state.value = "resting";
  }
  const begin = (): void => {
    if (here.value?.keeps === "shared" || here.value?.keeps === "ward") state.value = "asking";
    else read(0);
  };

  useEffect(() => {
    const hidden = (): void => {
      if (document.visibilityState === "hidden") stop();
    };
    document.addEventListener("visibilitychange", hidden);
    addEventListener("pagehide", stop);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      removeEventListener("pagehide", stop);
      stop();
    };
  }, [heading]);
  useSignalEffect(() => {
    if (covered.value) stop();
  });

  if (!voice.value) return null;
  switch (state.value) {
    case "asking":
      return (
        <div class="notice">
          <p>{_("Others may hear it. Do you have earphones?")}</p>
          <div class="row">
            <Button onClick={() => read(0)}>{_("Read aloud")}</Button>
            <Button kind="plain" onClick={stop}>
              {_("Not now")}
            </Button>
          </div>
        </div>
      );
    case "resting":
      return (
        <Button kind="second" icon="sound" onClick={begin}>
          {_("Read aloud")}
        </Button>
      );
    default:
      return (
        <div class="row">
          {state.value === "reading" ? <Button onClick={pause}>{_("Pause")}</Button> : <Button onClick={() => read(at.current)}>{_("Go on")}</Button>}
          <Button kind="second" onClick={stop}>
            {_("Stop")}
          </Button>
        </div>
      );
  }
}
