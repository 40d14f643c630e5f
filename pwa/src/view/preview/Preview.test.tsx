import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Item, Questionnaire } from "../../domain/questionnaire/index.ts";
import { setLanguage } from "../../i18n/index.ts";
import { close, press, show, text, tick, until } from "../patient/hands.ts";
import { Alone } from "./Alone.tsx";
import { Frames } from "./Frames.tsx";
import { PSEUDO, pseudo, withPseudo } from "./pseudo.ts";
import type { Written } from "./written.ts";

const option = (code: string, display: string) => ({ valueCoding: { code, display } });
const SLEEP: Item = { linkId: "sleep", type: "choice", text: "How do you sleep?", answerOption: [option("well", "Well"), option("badly", "Badly")] };
const WHY: Item = { linkId: "why", type: "text", text: "What keeps you awake?", enableWhen: [{ question: "sleep", operator: "=", answerCoding: { code: "badly" } }] };
const MEDICINE: Item = { linkId: "medicine", type: "group", repeats: true, text: "Medicine", item: [{ linkId: "taken", type: "choice", text: "Taken?", answerOption: [option("x", "Surely")] }] };

const written = (item: Item[], more: Partial<Written> = {}): Written => ({
  stamp: "1",
  name: "a.json",
  form: { resourceType: "Questionnaire", id: "a", url: "https://a.example/q", version: "1", title: "Night", item } as unknown as Questionnaire,
  languages: ["nb", "en"],
  found: [],
  ...more,
});

beforeEach(() => setLanguage("en"));
afterEach(async () => {
  await close();
  location.hash = "";
});

describe("a form alone", () => {
  it("is answered with the real fields, branches, and tells the page around it", async () => {
    const told = vi.spyOn(window, "postMessage").mockImplementation(() => undefined);
    await show(<Alone written={written([SLEEP, WHY])} />);
    expect(text()).not.toContain("What keeps you awake?");
    await tick("Badly");
    await until(() => text().includes("What keeps you awake?"), text);
    expect(told.mock.lastCall?.[0]).toMatchObject({ items: [{ linkId: "sleep", answer: [{ valueCoding: { code: "badly" } }] }] });
  });

  it("has the fields that few forms need, too", async () => {
    await show(<Alone written={written([{ linkId: "name", type: "string", text: "Name" }])} />);
    expect(document.querySelector<HTMLInputElement>("input")?.getAttribute("aria-label")).toBe("Name");
  });

  it("says a day and a time to choose as people do", async () => {
    await show(<Alone written={written([{ linkId: "when", type: "choice", text: "When?", answerOption: [{ valueDate: "2026-11-02" }, { valueTime: "13:30:00" }] }])} />);
    expect([...document.querySelectorAll("label.choice")].map(({ textContent }) => textContent)).toEqual(["2 November 2026", "13:30"]);
  });

  it("shows what is only read, and what is read below it", async () => {
    const control = (code: string) => [{ url: "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl", valueCodeableConcept: { coding: [{ code }] } }];
    const below: Item = { linkId: "below", type: "display", text: "It costs nothing." };
    const read: Item = { linkId: "read", type: "text", text: "An interpreter", extension: control("inline"), item: [below] } as Item;
    const call: Item = { linkId: "call", type: "display", text: "Call 113", extension: control("highlight") } as Item;
    await show(<Alone written={written([read, call])} />);
    expect(text()).toContain("It costs nothing.");
    expect(document.querySelector(".notice")?.textContent).toBe("Call 113");
  });

  it("adds another of what comes several times when there is something in the last", async () => {
    vi.spyOn(window, "postMessage").mockImplementation(() => undefined);
    await show(<Alone written={written([MEDICINE])} />);
    const times = (): number => text().split("Taken?").length - 1;
    expect(times()).toBe(1);
    await tick("Surely");
    await press("One more");
    await until(() => times() === 2, text);
  });
});

describe("the language that nobody speaks", () => {
  const turn = (to: string): Promise<void> => act(() => void (location.hash = to));
  const direction = (): string => document.documentElement.dir;

  it("turns the form and the words around it from right to left, and back", async () => {
    await show(<Alone written={withPseudo(written([SLEEP]))} />);
    await turn(`#${PSEUDO}`);
    await until(() => text().includes(pseudo("Velg én.")), text);
    expect([text().includes(pseudo("How do you sleep?")), text().includes("sleep"), direction()]).toEqual([true, false, "rtl"]);
    await turn("#en");
    await until(() => text().includes("Choose one."), text);
    expect([text().includes("How do you sleep?"), direction()]).toEqual([true, "ltr"]);
  });

  it("is offered by name", async () => {
    await show(<Frames written={withPseudo(written([SLEEP]))} />);
    await press("Pseudo, right to left");
    expect(document.querySelector("iframe")?.getAttribute("src")).toBe(`/preview/form#${PSEUDO}`);
  });
});

describe("the page around it", () => {
  it("names what is found, and shows the answers as FHIR", async () => {
    const found = [{ weight: "difference", linkId: "photo", says: "asks for a file" }] as const;
    await show(<Frames written={written([SLEEP], { found })} />);
    expect(text()).toContain("difference photo: asks for a file");
    const speaker = { kind: "patient", name: "" };
    const items = [{ linkId: "sleep", answer: [{ valueCoding: { code: "well" } }], saidBy: speaker, writtenBy: speaker, authored: "2026-11-29T08:00:00Z" }];
    await act(() => void dispatchEvent(new MessageEvent("message", { data: { items }, origin: location.origin })));
    expect(document.querySelector("pre")?.textContent).toContain('"code": "well"');
    expect([...document.querySelectorAll("iframe")].map(({ width }) => String(width))).toEqual(["360", "960"]);
  });

  it("hears nobody from elsewhere", async () => {
    await show(<Frames written={written([SLEEP])} />);
    await act(() => void dispatchEvent(new MessageEvent("message", { data: { items: [{ linkId: "sleep" }] }, origin: "https://else.example" })));
    expect(document.querySelector("pre")?.textContent).not.toContain("sleep");
  });

  it("tells why a form cannot be shown", async () => {
    const found = [{ weight: "error", linkId: "", says: "cannot be read as JSON" }] as const;
    await show(<Frames written={written([], { form: null, found })} />);
    expect(text()).toContain("error (the form): cannot be read as JSON");
    expect(document.querySelector("iframe")).toBeNull();
  });
});
