import { describe, expect, it } from "vitest";
import { find, plain, shelve } from "./finding.ts";

const module = (id: string, title: string, ...screens: [title: string, html: string][]) => ({
  id,
  title,
  steps: screens.map(([heading, html]) => ({ title: heading, html })),
});

const NB = shelve([
  module(
    "pain",
    "Når noe gjør vondt",
    ["Si fra", "<p>Smerter kan <strong>hjelpes</strong>. Si fra når det gjør vondt.</p>"],
    ["Smertestillende medisin", "<p>Ta medisinene til faste tider. Noen blir trøtte av dem.</p>"],
  ),
  module(
    "moving-safely",
    "Trygg på beina",
    ["Hvorfor folk faller", "<p>Mange faller hjemme, ofte på vei til toalettet. Gode sko hjelper.</p>"],
    ["Etter et fall", "<p>Ligg stille litt. Hvis du har slått hodet, ring 113. Se også på håret og såret.</p>"],
  ),
  module(
    "clean-hands",
    "Rene hender",
    ["Når vasker du hendene?", "<p>Før du spiser, og når du har vært på do. Du har lov til å spørre om vi har vasket oss.</p>"],
    ["Ved smitte", "<p>Da ligger du på rommet ditt. Bær på det du trenger, men ikke på mye. Urinveisinfeksjon smitter ikke.</p>"],
  ),
]);
const NN = shelve([
  module("pain", "Når det gjer vondt", ["Sei frå", "<p>Smerter kan hjelpast. Sjukepleiaren spør korleis du har det.</p>"]),
  module("going-home", "Trygt heim", ["Før du reiser", "<p>Spør kven du skal ringje. Ta med medisinlista frå avdelinga.</p>"]),
]);
const EN = shelve([
  module("pain", "When something hurts", ["Tell us", "<p>Pain can be treated. Tell the nurse.</p>"]),
  module("moving-safely", "Safe on your feet", ["Why people fall", "<p>Many have fallen at home. Good shoes help.</p>"]),
]);

const found = (shelf: typeof NB, query: string) => find(shelf, query).map((hit) => `${hit.module} ${hit.step}`);

describe("searching", () => {
  it.each([
    ["a word of a title", NB, "hender", "clean-hands 0"],
    ["a word of a heading", NB, "smitte", "clean-hands 1"],
    ["a word of the text, at its screen", NB, "trøtte", "pain 1"],
    ["the beginning of a word", NB, "toal", "moving-safely 0"],
    ["another ending, bokmål", NB, "rommene", "clean-hands 1"],
    ["another ending, nynorsk", NN, "sjukepleiarane", "pain 0"],
    ["another ending, English", EN, "falling", "moving-safely 0"],
    ["the first part of a compound", NN, "medisinen", "going-home 0"],
    ["the first part of what was sought", NB, "medisinlister", "pain 1"],
    ["the last part of a compound", NB, "infeksjon", "clean-hands 1"],
    ["ø written oe", NB, "troette", "pain 1"],
    ["ø written o", NB, "trotte", "pain 1"],
    ["å written aa", NB, "haaret", "moving-safely 1"],
    ["å written a", NB, "saret", "moving-safely 1"],
    ["capital letters", NB, "TOALETT", "moving-safely 0"],
    ["a missing letter", NB, "toaletet", "moving-safely 0"],
    ["a wrong letter", NB, "simtte", "clean-hands 1"],
    ["two wrong letters in a long word", NB, "urinvegsinfeksjonn", "clean-hands 1"],
    ["a wrong letter, nynorsk", NN, "ringgje", "going-home 0"],
    ["a wrong letter, English", EN, "nursse", "pain 0"],
    ["a number", NB, "113", "moving-safely 1"],
    ["a whole question", NB, "hva gjør jeg hvis jeg slår hodet", "moving-safely 1"],
  ])("finds %s", (_what, shelf, query, first) => {
    expect(found(shelf, query)[0]).toBe(first);
  });

  it("takes å for what it is when it was written", () => {
    expect(found(NB, "hår")).toEqual(["moving-safely 1"]);
    expect(found(NB, "bær")).toEqual(["clean-hands 1"]);
  });

  it("puts the module that is about it before one that names it", () => {
    expect(found(NB, "vondt")[0]).toBe("pain 0");
    expect(found(NB, "faller")[0]).toBe("moving-safely 0");
  });

  it("gives those with all of the words, when there are such", () => {
    expect(found(NB, "sko hjemme")).toEqual(["moving-safely 0"]);
  });

  it("passes over a word that stands nowhere", () => {
    expect(found(NB, "smitte zzzz")).toEqual(["clean-hands 1"]);
  });

  it.each(["", " ", "a", "…", "xyzxyz"])("finds nothing for “%s”", (query) => {
    expect(find(NB, query)).toEqual([]);
  });

  it("shows the line where it stands", () => {
    const [hit] = find(NB, "trotte");
    expect(hit?.heading).toBe("Smertestillende medisin");
    expect(hit?.line).toEqual(["Ta medisinene til faste tider. Noen blir ", "trøtte", " av dem."]);
  });

  it("breaks a long line off between words", () => {
    const [hit] = find(NB, "spørre");
    expect(hit?.line[0]).toMatch(/^… \S/);
    expect(hit?.line.join("")).toContain("lov til å spørre om vi har vasket oss.");
  });
});

describe("what stands on a screen", () => {
  it("is its words, without drawings, marks and signs of the page", () => {
    const html = '<p>Ring <a href="tel:113">113</a>.</p>\n<svg role="img" aria-label="x"><path d="M1 1"></path></svg><ul><li>Salt &amp; vann</li></ul>';
    expect(plain(html)).toBe("Ring 113. Salt & vann");
  });
});
