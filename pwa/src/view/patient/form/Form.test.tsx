import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../../i18n/index.ts";
import { sentItems, statements } from "../../../store/answers.ts";
import { response, versionsOf } from "../../../store/documents.ts";
import { open, rooms } from "../../../store/here.ts";
import { answers, FORM, fromServer, INGRID, ingridsPhone, MONA, monasPhone, newPhone, said, STAY } from "../../../store/ingrid.ts";
import { takeIn } from "../../../store/receive.ts";
import { App } from "../App.tsx";
import { bring } from "../Rest.tsx";
import { appears, close, field, heading, press, show, text, tick, type, until } from "../hands.ts";
import { go } from "../route.ts";

const form = readFileSync("../server/viktig/content/questionnaires/what-matters.json", "utf8");
const words = (link: string): string | undefined => statements(FORM).get(link)?.items[0]?.answer?.[0]?.valueString ?? undefined;

beforeEach(async () => {
  vi.stubGlobal("fetch", async () => new Response(form));
  await setLanguage("en");
});
afterEach(async () => {
  await close();
  vi.unstubAllGlobals();
});

async function at(path: string, whose = ingridsPhone): Promise<void> {
  await newPhone(whose);
  go(path);
  await show(<App later={async () => bring()} />);
}

describe("the form", () => {
  it("asks one question a screen, and keeps each answer on the way", async () => {
    await at("/p/form/what-matters");
    await appears("Question 1 of 13");
    await type("Your answer", "Snakk høyt");
    await press("Next");
    await appears("Question 2 of 13");
    await type("Your answer", "Å få sove");
    await press("Next");
    await appears("Question 3 of 13");
    expect([words("talk"), words("matters")]).toEqual(["Snakk høyt", "Å få sove"]);
    expect(versionsOf(FORM.shared).every((held) => response(held)?.status === "in-progress")).toBe(true);
  });

  it("comes back to the question before with the phone's own way back", async () => {
    await at("/p/form/what-matters");
    await appears("Question 1 of 13");
    expect(location.pathname).toBe("/p/form/what-matters/talk");
    await press("Skip");
    await appears("Question 2 of 13");
  });

  it("moves to the heading of the next question, for those who listen", async () => {
    await at("/p/form/what-matters/talk");
    await appears("Question 1 of 13");
    await press("Skip");
    await appears("Question 2 of 13");
    await until(() => document.activeElement?.textContent === heading(), () => "the heading was never moved to");
  });

  it("says saved only when the phone has said so", async () => {
    await at("/p/form/what-matters/matters");
    await appears("Question 2 of 13");
    await type("Your answer", "Å få sove");
    expect(text()).not.toContain("Saved on this phone");
    await appears("Saved on this phone");
    expect(rooms.drafts.value.size).toBe(1);
  });

  it("goes on where the person was", async () => {
    await at("/p/form/what-matters/home");
    await until(() => rooms.places.value.get(FORM.shared)?.step === "home", () => "the place was never kept");
    await close();
    go("/p/form/what-matters");
    await show(<App later={async () => bring()} />);
    await appears("Question 3 of 13");
  });

  it("takes 'would rather not say' as an answer that can be taken back", async () => {
    await at("/p/form/what-matters/worry");
    await appears("Question 7 of 13");
    await tick("I would rather not say");
    await appears("Saved on this phone");
    expect(statements(FORM).get("worry")?.items[0]?.declined).toBe(true);
    await tick("I would rather not say");
    await press("Skip");
    await appears("Question 8 of 13");
    expect(statements(FORM).has("worry")).toBe(false);
  });

  it("keeps several choices where several are asked for, and one where one is", async () => {
    await at("/p/form/what-matters/learn");
    await appears("Question 12 of 13");
    await tick("Going home safely");
    await tick("My medicines");
    await press("Next");
    await appears("Question 13 of 13");
    const codes = statements(FORM).get("learn")?.items[0]?.answer?.map(({ valueCoding }) => valueCoding?.code);
    expect(codes).toEqual(["going-home", "medicines"]);
  });

  it("sends nothing to the staff's eyes before Send, and everything with it", async () => {
    await at("/p/form/what-matters/matters");
    await appears("Question 2 of 13");
    await type("Your answer", "Å få sove");
    await press("Next");
    await appears("Question 3 of 13");
    expect(sentItems(FORM.shared)).toEqual([]);
    go("/p/send/what-matters");
    await appears("Look through before you send");
    expect(document.querySelector("blockquote")?.textContent).toContain("Å få sove");
    await press("Send");
    await appears("Thank you");
    expect(sentItems(FORM.shared).map(({ linkId }) => linkId)).toEqual(["matters"]);
  });

  it("says at the top of its voice that a wish to talk is not sent, with a number to call", async () => {
    await at("/p/talk/what-matters");
    await appears("Question 13 of 13");
    await press("Yes, as soon as possible");
    await appears("This is not sent. Call us.");
    expect(document.querySelector('a[href="tel:55000000"]')).not.toBeNull();
  });
});

describe("a helper", () => {
  it("says whose words they are, and is never asked the last question", async () => {
    await at("/p/form/what-matters/learn", monasPhone);
    await appears("Question 12 of 12");
    await press("Skip");
    await appears("Look through before you send");
    go("/p/form/what-matters/matters");
    await appears("Who says this?");
    await tick("I say it, as I know Ingrid");
    await type("Your answer", "Hun savner hunden sin");
    await press("Next");
    await appears("Question 3 of 12");
    expect(statements(FORM).get("matters")?.items[0]).toMatchObject({ saidBy: MONA, writtenBy: MONA });
    await tick("Ingrid said it");
    await type("Your answer", "Gå tur");
    await press("Next");
    await appears("Question 4 of 12");
    expect(statements(FORM).get("home")?.items[0]).toMatchObject({ saidBy: INGRID, writtenBy: MONA });
  });

  it("speaks for a small child, unless they say that the child said it", async () => {
    const holder = await newPhone(monasPhone);
    await open(holder, [{ room: "stay", key: STAY.id, body: { ...STAY, forms: [{ ...FORM, spokenFor: true }] } }]);
    go("/p/form/what-matters/matters");
    await show(<App later={async () => bring()} />);
    await appears("Who says this?");
    await type("Your answer", "Bamsen skal være med");
    await press("Next");
    await appears("Question 3 of 12");
    expect(statements(FORM).get("matters")?.items[0]).toMatchObject({ saidBy: MONA, writtenBy: MONA });
  });

  it("is not offered to hide an answer from helpers", async () => {
    await at("/p/form/what-matters/matters", monasPhone);
    await appears("Question 2 of 12");
    expect(text()).not.toContain("Only for health personnel");
  });
});

describe("an answer that was written differently in two places", () => {
  it("shows both and lets the person choose", async () => {
    await at("/p");
    const hers = await fromServer(answers([said("matters", "At det er ro", MONA, "2026-11-02T08:00:00Z")]));
    const mine = await fromServer(answers([said("matters", "Å få sove", INGRID, "2026-11-02T08:01:00Z")]));
    await takeIn({ at: {}, changed: [hers, mine].map((version) => ({ n: 1, kind: "version", version })) });
    go("/p/form/what-matters/matters");
    await appears("written differently in two places");
    expect(text()).toContain("At det er ro");
    expect(text()).toContain("Said by Mona (datter).");
    const [, second] = [...document.querySelectorAll("button")].filter((each) => each.textContent === "Use only this one");
    second?.click();
    await appears("Saved on this phone");
    expect(field<HTMLTextAreaElement>("Your answer").value).toBe("Å få sove");
  });
});

describe("fast hands", () => {
  it("lose no letter while the screen is still drawing the one before", async () => {
    await at("/p/form/what-matters/matters");
    await appears("Question 2 of 13");
    const into = field<HTMLTextAreaElement>("Your answer");
    for (const letter of "Snakk høyt") {
      into.value += letter;
      into.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise(requestAnimationFrame);
    }
    await appears("Saved on this phone");
    expect(into.value).toBe("Snakk høyt");
    expect(words("matters")).toBe("Snakk høyt");
  });
});
