import { describe, expect, it } from "vitest";
import { sha256, uuid7 } from "./ids.ts";
import { CannotRead, locked, type RescueCopy, unlocked } from "./rescue.ts";
import { drawn, HOW_MANY, unknownWords, wordsIn } from "./words.ts";

const WORDS = ["hest", "lampe", "fjord", "graut", "sykkel"];
const text = JSON.stringify({ resourceType: "TalkMark", encounter: "stay-1", talked: "no" });
const copy = async (): Promise<RescueCopy> => ({
  author: "Patient/patient-1",
  patient: "patient-1",
  made: "2026-11-03T08:00:00.000Z",
  versions: [
    {
      id: uuid7(),
      version: uuid7(),
      base: [],
      patient: "patient-1",
      author: "Patient/patient-1",
      recorded: "2026-11-02T08:00:00.000Z",
      shape: 1,
      hash: await sha256(text),
      text,
    },
  ],
});
const fault = async (file: string, words = WORDS.join(" ")): Promise<string> =>
  unlocked(file, words).then(
    () => "none",
    (error: unknown) => (error instanceof CannotRead ? error.fault : String(error)),
  );

describe("a rescue copy", () => {
  it("is opened by its words, however they are typed, and holds what was put in", async () => {
    const made = await copy();
    const file = await locked(made, WORDS);
    expect(await unlocked(file, "1. Hest, 2. LAMPE\nfjord - graut, Sykkel ")).toEqual(made);
  });

  it("tells what it is in three languages, and nothing of who wrote what", async () => {
    const file = await locked(await copy(), WORDS);
    const { about, made } = JSON.parse(file) as { about: Record<string, string>; made: string };
    expect(Object.keys(about)).toEqual(["nb", "nn", "en"]);
    expect(made).toBe("2026-11-03");
    for (const secret of ["patient-1", "stay-1", "TalkMark", ...WORDS]) expect(file).not.toContain(secret);
  });

  it.each([
    ["no object", "[]"],
    ["a kind that is a word of the language", JSON.stringify({ resourceType: "constructor", encounter: "stay-1" })],
    ["answers that are no list", JSON.stringify({ resourceType: "QuestionnaireResponse", encounter: "stay-1", item: {} })],
    ["an answer by nobody", JSON.stringify({ resourceType: "QuestionnaireResponse", encounter: "stay-1", item: [{ linkId: "worry" }] })],
  ])("with %s in it is broken, not something that stops every start", async (_what, said) => {
    const made = await copy();
    const bad = made.versions.map((version) => ({ ...version, text: said }));
    const versions = await Promise.all(bad.map(async (version) => ({ ...version, hash: await sha256(said) })));
    expect(await fault(await locked({ ...made, versions }, WORDS))).toBe("broken");
  });

  it.each([{ version: "__proto__" }, { base: "none" }, { id: null }, { recorded: 7 }])("with a version like %j is broken", async (other) => {
    const made = await copy();
    const versions = made.versions.map((version) => ({ ...version, ...other })) as unknown as RescueCopy["versions"];
    expect(await fault(await locked({ ...made, versions }, WORDS))).toBe("broken");
  });

  it("is never the same twice", async () => {
    const made = await copy();
    const sealed = (file: string): string => (JSON.parse(file) as { sealed: string }).sealed;
    expect(sealed(await locked(made, WORDS))).not.toBe(sealed(await locked(made, WORDS)));
  });

  it("tells wrong words from a damaged file, a newer one, and one that is something else", async () => {
    const file = await locked(await copy(), WORDS);
    const changed = (change: object): string => JSON.stringify({ ...JSON.parse(file), ...change });
    const { sealed } = JSON.parse(file) as { sealed: string };
    expect(await fault(file, "hest lampe fjord graut sukker")).toBe("wrong-words");
    expect(await fault(changed({ sealed: `${sealed.startsWith("A") ? "B" : "A"}${sealed.slice(1)}` }))).toBe("broken");
    expect(await fault(file.slice(0, -40))).toBe("broken");
    expect(await fault(changed({ rounds: 4_000_000_000 }))).toBe("broken");
    expect(await fault(changed({ format: 2 }))).toBe("newer");
    expect(await fault('{"resourceType": "Bundle"}')).toBe("foreign");
    expect(await fault("Kjære Mona")).toBe("foreign");
    expect(await fault("null")).toBe("foreign");
  });

  it("with other words than its hashes were made of is damaged", async () => {
    const made = await copy();
    const [one] = made.versions;
    const other = { ...made, versions: [{ ...one, text: text.replace("no", "yes") }] } as RescueCopy;
    expect(await fault(await locked(other, WORDS))).toBe("broken");
  });
});

describe("the words", () => {
  it.each(["nb", "en"])("are 1,024 different short ones in %s, so that five are worth fifty bits", (language) => {
    const all = wordsIn(language);
    expect(new Set(all).size).toBe(1024);
    expect(all.filter((word) => !/^\p{Ll}{3,9}$/u.test(word))).toEqual([]);
    expect(HOW_MANY).toBe(5);
  });

  it("are the same in both written Norwegians, and another list for other languages", () => {
    expect(wordsIn("nn")).toEqual(wordsIn("nb"));
    expect(drawn("nn").filter((word) => !wordsIn("nb").includes(word))).toEqual([]);
    expect(drawn("en")).toHaveLength(5);
  });

  it("that stand in no list are pointed out", () => {
    expect(unknownWords("hest, lammpe fjord")).toEqual(["lammpe"]);
  });
});
