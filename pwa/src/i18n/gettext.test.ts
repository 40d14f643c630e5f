import { effect } from "@preact/signals";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { _, language, ngettext, pgettext, problem, setLanguage, short, words } from "./gettext.ts";
import { isLanguage, LANGUAGES, preferred } from "./languages.ts";

beforeEach(async () => {
  await setLanguage("nb");
});

function say(messages: Record<string, string | Record<string, string>>) {
  const now = words.peek();
  if (now === null) throw new Error("no words");
  words.value = { ...now, messages: Object.fromEntries(Object.entries(messages).map(([name, told]) => [short(name), told])) };
}

describe("a sentence", () => {
  test("is said in the language of the page", async () => {
    expect(_("tomorrow")).toBe("i morgen");
    await setLanguage("nn");
    expect(_("tomorrow")).toBe("i morgon");
    await setLanguage("en");
    expect(_("tomorrow")).toBe("tomorrow");
  });

  test("falls back to English when it is missing, so that nobody meets an empty button", () => {
    say({});
    expect(_("Read by {name}", { name: "Kari" })).toBe("Read by Kari");
    expect(ngettext("{n} answer", "{n} answers", 1)).toBe("1 answer");
    expect(ngettext("{n} answer", "{n} answers", 0)).toBe("0 answers");
  });

  test("can be spoken before any words have come", () => {
    words.value = null;
    expect(_("today")).toBe("today");
    expect(problem("not-found")).toContain("Try again");
  });

  test("takes its values wherever the translation has put them", () => {
    say({ "{who} on {unit}": "{unit}: {who} på {unit}" });
    expect(_("{who} on {unit}", { who: "Kari", unit: "M2" })).toBe("M2: Kari på M2");
  });

  test("never fills in from inside a value that somebody has written", () => {
    say({ "{who} on {unit}": "{who} på {unit}" });
    expect(_("{who} on {unit}", { who: "{unit} $& $1", unit: "M2" })).toBe("{unit} $& $1 på M2");
  });

  test("does not compile without the values that it asks for", () => {
    say({});
    // @ts-expect-error a value is missing, so its name stays visible
    expect(_("Read by {name}")).toBe("Read by {name}");
    // @ts-expect-error a value has the wrong name
    expect(_("Read by {name}", { nam: "Kari" })).toBe("Read by {name}");
    // @ts-expect-error n is given already, the other is not
    expect(ngettext("{n} answer on {unit}", "{n} answers on {unit}", 2)).toBe("2 answers on {unit}");
    expect(ngettext("{n} answer on {unit}", "{n} answers on {unit}", 2, { unit: "M2" })).toBe("2 answers on M2");
  });

  test("has two translations when one English word has two meanings", () => {
    say({ "done\u0004Read": "Lest", "to do\u0004Read": "Les" });
    expect(pgettext("done", "Read")).toBe("Lest");
    expect(pgettext("to do", "Read")).toBe("Les");
    expect(pgettext("other", "Read")).toBe("Read");
  });
});

describe("a number of things", () => {
  test("has the form that the language asks for", () => {
    expect(ngettext("{n} month", "{n} months", 1)).toBe("1 måned");
    expect(ngettext("{n} month", "{n} months", 0)).toBe("0 måneder");
    expect(ngettext("{n} month", "{n} months", 21)).toBe("21 måneder");
  });

  test("follows CLDR in languages with more forms than two", () => {
    say({ "{n} day": { one: "{n} день", few: "{n} дні", many: "{n} днів", other: "{n} дня" } });
    language.value = "uk" as typeof language.value;
    expect([1, 3, 5, 21].map((n) => ngettext("{n} day", "{n} days", n))).toEqual(["1 день", "3 дні", "5 днів", "21 день"]);
  });

  test("is right also in a browser that does not know nynorsk", async () => {
    await setLanguage("nn");
    vi.spyOn(Intl.PluralRules, "supportedLocalesOf").mockReturnValue([]);
    expect(ngettext("{n} month", "{n} months", 1)).toBe("1 månad");
    expect(ngettext("{n} month", "{n} months", 2)).toBe("2 månader");
  });
});

describe("a problem", () => {
  test("is told in plain words by its slug", () => {
    expect(problem("code-used")).toBe("Denne koden er brukt før. Be om en ny.");
  });

  test("that the app has never heard of is told all the same", () => {
    expect(problem("from-a-newer-server")).toBe("Noe gikk galt hos oss. Prøv igjen om litt.");
  });
});

describe("changing the language", () => {
  test("draws again what was drawn", async () => {
    const seen: string[] = [];
    const stop = effect(() => void seen.push(_("tomorrow")));
    await setLanguage("nn");
    stop();
    expect(seen).toEqual(["i morgen", "i morgon"]);
  });

  test("tells screen readers and hyphenation", async () => {
    await setLanguage("en");
    expect(document.documentElement.lang).toBe("en");
    expect(document.documentElement.dir).toBe("ltr");
  });

  test("lets the last wish win when two are made at once", async () => {
    const both = await Promise.all([setLanguage("nn"), setLanguage("en")]);
    expect(both).toEqual([false, true]);
    expect(language.value).toBe("en");
  });

  test("leaves all as it was when the words cannot be had", async () => {
    vi.spyOn(LANGUAGES.nn, "patient").mockRejectedValue(new TypeError("no network"));
    expect(await setLanguage("nn")).toBe(false);
    expect(language.value).toBe("nb");
    expect(_("tomorrow")).toBe("i morgen");
  });
});

describe("the language at the start", () => {
  test("is the first that the phone wishes for and that we speak", () => {
    expect(preferred(["pl-PL", "nn-NO", "en"])).toBe("nn");
    expect(preferred(["no", "en"])).toBe("nb");
    expect(preferred(["EN-us"])).toBe("en");
  });

  test("is the unit's when we speak none of them", () => {
    expect(preferred(["pl"])).toBe("nb");
    expect(preferred([], "nn")).toBe("nn");
  });

  test("is never a name that every object has", () => {
    expect(isLanguage("constructor")).toBe(false);
    expect(isLanguage("nn")).toBe(true);
  });
});
