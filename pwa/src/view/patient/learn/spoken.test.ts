import { afterEach, describe, expect, it } from "vitest";
import { mark, rangeOf, sentencesOf } from "./spoken.ts";
import { voiceFor } from "./voice.ts";

afterEach(() => mark());

function room(html: string): Element {
  document.body.innerHTML = `<div>${html}</div>`;
  return document.body.firstElementChild as Element;
}

describe("a screen that is read aloud", () => {
  it("is read sentence by sentence, also where one goes over several marks", () => {
    const there = room("<p>Kom kl. 09.00. Ta <strong>med</strong> lista.</p><ul><li>Hvil</li><li><p>Spis litt. Ring.</p></li></ul>");
    expect(sentencesOf(there).map(({ said }) => said)).toEqual(["Kom kl. 09.00.", "Ta med lista.", "Hvil", "Spis litt.", "Ring."]);
  });

  it("says a number to dial one digit at a time", () => {
    const there = room('<p>Ring <a href="tel:116117">116117</a> innen 14 dager.</p>');
    expect(sentencesOf(there)[0]?.said).toBe("Ring 1 1 6 1 1 7 innen 14 dager.");
  });

  it("tells where on the screen each sentence stands", () => {
    const there = room("<p>Først. Ta <strong>med</strong> lista.</p>");
    const [, second] = sentencesOf(there);
    expect(second && rangeOf(second).toString()).toBe("Ta med lista.");
  });

  it("is marked a sentence at a time, and is afterwards as it was", () => {
    const there = room("<p>Først. Ta <strong>med</strong> lista. Sist.</p>");
    const before = there.innerHTML;
    const [first, second] = sentencesOf(there);
    mark(second);
    expect([...there.querySelectorAll("mark")].map(({ textContent }) => textContent)).toEqual(["Ta ", "med", " lista."]);
    mark(first);
    expect([...there.querySelectorAll("mark")].map(({ textContent }) => textContent)).toEqual(["Først."]);
    mark();
    expect(there.innerHTML).toBe(before);
  });
});

describe("the voice", () => {
  const voice = (lang: string, localService = true): SpeechSynthesisVoice => ({ lang, localService, name: lang, default: false, voiceURI: lang });

  it("is one of the phone's own, in the language of the text", () => {
    expect(voiceFor("nb", [voice("en-GB"), voice("nb-NO")])?.lang).toBe("nb-NO");
    expect(voiceFor("nb", [voice("no_NO")])?.lang).toBe("no_NO");
    expect(voiceFor("en", [voice("nb-NO"), voice("en-US")])?.lang).toBe("en-US");
  });

  it("is none that would send the text to somebody else, and none of another language", () => {
    expect(voiceFor("nb", [voice("nb-NO", false), voice("sv-SE")])).toBeUndefined();
  });

  it("reads nynorsk with a voice for bokmål where there is no other", () => {
    expect(voiceFor("nn", [voice("nb-NO"), voice("nn-NO")])?.lang).toBe("nn-NO");
    expect(voiceFor("nn", [voice("nb-NO")])?.lang).toBe("nb-NO");
  });
});
