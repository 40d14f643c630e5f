import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../../i18n/index.ts";
import { documentOf, sentItems, standing, statements, unsentLinks } from "../../../store/answers.ts";
import { headsOf, response, versionsOf } from "../../../store/documents.ts";
import { hold, send } from "../../../store/form.ts";
import { answers, FORM, fromServer, MONA, newPhone, said } from "../../../store/ingrid.ts";
import { takeIn } from "../../../store/receive.ts";
import { App } from "../App.tsx";
import { bring } from "../Rest.tsx";
import { appears, close, field, press, show, text, type, until } from "../hands.ts";
import { go, path } from "../route.ts";

const form = readFileSync("../server/viktig/content/questionnaires/what-matters.json", "utf8");
const words = (): (string | undefined | null)[] => (statements(FORM).get("matters")?.items ?? []).map((item) => item.answer?.[0]?.valueString);

beforeEach(async () => {
  vi.stubGlobal("fetch", async () => new Response(form));
  await setLanguage("en");
});
afterEach(async () => {
  await close();
  vi.unstubAllGlobals();
});

/** Ingrid has sent one thing here, and other words came from elsewhere at the same time. */
async function differing(audience: "all" | "staff" = "all", author = "Patient/patient-1", by = {}): Promise<void> {
  await newPhone();
  await hold(FORM, "matters", [said("matters", "Å få sove")], audience);
  await send(FORM);
  const item = { ...said("matters", "Å komme hjem"), ...by };
  const content = { ...answers([item], "completed"), ...(audience === "staff" && { audience }) };
  const version = await fromServer(content, [], { id: documentOf(FORM, audience), author });
  await takeIn({ at: {}, changed: [{ n: 1, kind: "version", version }] });
}

async function openBoth(): Promise<void> {
  go("/p");
  await show(<App later={async () => bring()} />);
  await appears("The same answer was written differently in two places.");
  const link = [...document.querySelectorAll("a")].find((each) => each.textContent === "Look at both");
  await act(() => go(link?.pathname ?? ""));
  await appears("Which one is right now?");
}

describe("an answer that was written on two phones", () => {
  it("is shown side by side with who, when and where", async () => {
    await differing();
    await openBoth();
    expect(text()).toMatch(/Å få sove.*Said by you\. Written .*, on this phone\./);
    expect(text()).toMatch(/Å komme hjem.*Said by you\. Written .*, on another phone\./);
  });

  it.each([
    ["a helper", "RelatedPerson/mona", { saidBy: MONA, writtenBy: MONA }, "on the phone of Mona (datter)"],
    ["the ward", "Practitioner/kari", { writtenBy: { kind: "staff", name: "Kari" } }, "typed in by staff"],
  ])("says so when the other words came from %s", async (_who, author, by, where) => {
    await differing("all", author, by);
    await openBoth();
    expect(text()).toContain(where);
  });

  it("is settled by choosing one, and the choice knows of both", async () => {
    await differing();
    const both = headsOf(FORM.shared);
    await openBoth();
    await press("Use only this one: Å komme hjem");
    await until(() => field<HTMLTextAreaElement>("Your answer").value === "Å komme hjem", text);
    await press("Send the change");
    await until(() => path.value.startsWith("/p/answers"), text);
    expect(unsentLinks(FORM)).toEqual([]);
    expect(words()).toEqual(["Å komme hjem"]);
    const [settled] = versionsOf(FORM.shared).filter(({ base }) => base.length === 2);
    expect([settled?.base, settled && response(settled)?.status]).toEqual([both, "amended"]);
  });

  it("is settled by keeping both, also for those who read it", async () => {
    await differing();
    await openBoth();
    await press("Keep both");
    await appears("Here are two answers, and both count.");
    await press("Send the change");
    await until(() => path.value.startsWith("/p/answers"), text);
    expect(unsentLinks(FORM)).toEqual([]);
    expect(sentItems(FORM.shared).map(({ unsettled }) => unsettled ?? false)).toEqual([false, false]);
    expect(words()).toHaveLength(2);
  });

  it("is settled by making one of them, from both texts", async () => {
    await differing();
    await openBoth();
    await press("Make one answer of them");
    await until(() => field<HTMLTextAreaElement>("Your answer").value === "Å få sove\n\nÅ komme hjem", text);
    await type("Your answer", "Å få sove hjemme");
    await press("Send the change");
    await until(() => path.value.startsWith("/p/answers"), text);
    expect(unsentLinks(FORM)).toEqual([]);
    expect(words()).toEqual(["Å få sove hjemme"]);
    expect(headsOf(FORM.shared)).toHaveLength(1);
  });

  it("only for health personnel stays so when it is settled", async () => {
    await differing("staff");
    await openBoth();
    await press("Use only this one: Å få sove");
    await press("Send the change");
    await until(() => path.value.startsWith("/p/answers"), text);
    expect(unsentLinks(FORM)).toEqual([]);
    expect(standing(FORM.staff).map((item) => item.answer?.[0]?.valueString)).toEqual(["Å få sove"]);
    expect(standing(FORM.shared)).toEqual([]);
  });

  it("stands in the way of nothing", async () => {
    await differing();
    go("/p/form/what-matters/talk");
    await show(<App later={async () => bring()} />);
    await appears("Question 1 of 13");
    await type("Your answer", "Snakk høyt");
    await press("Next");
    await appears("Question 2 of 13");
    expect(words()).toHaveLength(2);
  });
});
