import { describe, expect, test } from "vitest";
import { formOf } from "../../../domain/questionnaire/form.ts";
import { growing } from "../../../domain/questionnaire/growing.ts";
import type { Item, Questionnaire } from "../../../domain/questionnaire/index.ts";
import { walked } from "../../../domain/questionnaire/places.ts";
import { spotOf } from "../../../domain/questionnaire/screens.ts";
import type { Answer, Speaker } from "../../../domain/wire.ts";
import type { Said } from "../page/statements.ts";
import { begun, EMPTY, filledIn, firstSpeaker, given, leftOut, oneMore, OTHER, placesOn, type Sheet, sheetOf, someTyped, stayingAt, type Typed, without } from "./typed.ts";

const who = new Map<string, Speaker>([
  ["patient", { kind: "patient", name: "Ingrid" }],
  ["mona", { kind: "related", name: "Mona", relation: "daughter" }],
]);
const asks = (...item: Item[]): Questionnaire => ({ url: "form", version: "1", item });
const item = (linkId: string, type: string, more: Partial<Item> = {}): Item => ({ linkId, type, text: `${linkId}?`, ...more });
const FORM = formOf(asks(item("matters", "text")));
const words = (text: string): Typed => ({ ...EMPTY, answer: text ? [{ valueString: text }] : [], touched: true });
const sheetWith = (typed: Record<string, Typed>, more: Partial<Sheet> = {}): Sheet => ({ ...begun([], who, "patient"), typed, ...more });
const said = (...texts: string[]): Said => ({
  spot: "matters",
  linkId: "matters",
  label: "",
  before: null,
  unsettled: texts.length > 1,
  closed: false,
  statements: texts.map((text) => ({
    words: text,
    staffOnly: false,
    on: { document: "d", versions: [], received: "", response: {} as never },
    item: { linkId: "matters", answer: [{ valueString: text }], saidBy: { kind: "related", name: "Mona" }, writtenBy: { kind: "related", name: "Mona" }, authored: "" },
  })),
});
const handedIn = (sheet: Sheet, form = FORM, before: Said[] = []) => given(sheet, walked(placesOn(form, sheet, before)), who, "en");

test("the speaker chosen once counts for every answer that has no own", () => {
  const sheet = sheetWith({ matters: words("My cat") }, { speaker: "mona" });
  expect(handedIn(sheet)[0]?.saidBy).toEqual({ kind: "related", name: "Mona", relation: "daughter" });
  expect(handedIn({ ...sheet, typed: { matters: { ...words("My cat"), saidBy: "patient" } } })[0]?.saidBy.kind).toBe("patient");
});

test("a child of seven speaks, and of one who is younger somebody close", () => {
  const born = (birthDate: string, related: readonly { id: string }[] = []) =>
    firstSpeaker({ encounter: { patient: { birthDate }, admitted: "2026-11-29T08:00:00Z", related } } as never);
  expect([born("1942-04-12"), born("2019-11-29"), born("2019-11-30"), born("2019-11-30", [{ id: "siri" }])]).toEqual(["patient", "patient", OTHER, "siri"]);
});

test("a question that nobody touched is left as it was", () => {
  expect(handedIn(begun([said("My cat")], who, "patient"), FORM, [said("My cat")])).toEqual([]);
});

test("an earlier answer stands in the field with the one who said it", () => {
  expect(begun([said("My cat")], who, "patient").typed["matters"]).toMatchObject({ answer: [{ valueString: "My cat" }], saidBy: "mona" });
});

test("two answers that differ are not taken away by leaving the field empty", () => {
  const both = said("Sleep", "Walk");
  const sheet = begun([both], who, "patient");
  expect(sheet.typed["matters"]).toBe(EMPTY);
  expect(handedIn({ ...sheet, typed: { matters: { ...EMPTY, staff: true, touched: true } } }, FORM, [both])).toEqual([]);
});

test("an earlier answer that was emptied is taken away", () => {
  expect(handedIn(sheetWith({ matters: { ...words(" "), stood: true } }))[0]).toMatchObject({ spot: "matters", answer: [], declined: false });
});

test("what the form answers by itself goes along when it is saved, and is nothing that somebody has typed", () => {
  const sheet = filledIn(sheetWith({}), EMPTY, [{ spot: "matters", answer: [{ valueString: "5 points" }] }]);
  expect(someTyped(sheet)).toBe(false);
  expect(handedIn(sheet)[0]).toMatchObject({ spot: "matters", answer: [{ valueString: "5 points" }], saidBy: { kind: "patient" } });
});

test("what was typed is there when one comes back to the page", () => {
  const open = () => sheetOf("back", () => begun([], who, "patient"));
  open().value = sheetWith({ matters: words("My cat") });
  expect(open().value.typed["matters"]?.answer).toEqual([{ valueString: "My cat" }]);
});

test("somebody who is not known here is named on the spot", () => {
  const sheet = sheetWith({ matters: words("The curtains") }, { speaker: "other", other: { name: "Leif", relation: "son" } });
  expect(handedIn(sheet)[0]?.saidBy).toEqual({ kind: "related", name: "Leif", relation: "son" });
});

describe("a question that depends on another", () => {
  const form = formOf(asks(item("children", "boolean"), item("who", "text", { enableWhen: [{ question: "children", operator: "=", answerBoolean: true }] })));
  const yes: Typed = { ...EMPTY, answer: [{ valueBoolean: true }], touched: true };
  const no: Typed = { ...yes, answer: [{ valueBoolean: false }] };

  test("is asked as soon as the other is answered so", () => {
    const there = (typed: Record<string, Typed>) => placesOn(form, sheetWith(typed), []).map(({ node }) => node.item.linkId);
    expect(there({})).toEqual(["children"]);
    expect(there({ children: yes })).toEqual(["children", "who"]);
  });

  test("is not handed in when it is not asked any more, and what was said to it before is left out", () => {
    const sheet = sheetWith({ children: no, who: words("Ola, 4") });
    expect(handedIn(sheet, form).map(({ spot }) => spot)).toEqual(["children"]);
    const before: Said = { ...said("Ola, 4"), spot: "who", linkId: "who", statements: said("Ola, 4").statements.map((one) => ({ ...one, item: { ...one.item, linkId: "who" } })) };
    expect([...leftOut(form, placesOn(form, sheet, [before]), [before])]).toEqual(["who"]);
  });
});

describe("what comes several times", () => {
  const form = formOf(asks(item("medicine", "group", { repeats: true, item: [item("name", "string")] })));
  const ids = () => {
    let n = 0;
    return () => `id${++n}`;
  };
  const spots = (sheet: Sheet, blank: Map<string, string>, id: () => string) => walked(placesOn(form, sheet, [], growing((row) => sheet.added[row], blank, id))).filter(({ node }) => node.asked);

  test("is there once to begin with, and keeps its name while one types and empties it again", () => {
    const [blank, id] = [new Map<string, string>(), ids()];
    let sheet = sheetWith({});
    const [place] = spots(sheet, blank, id);
    if (!place) throw new Error("nothing is asked");
    expect(spotOf(place)).toBe("name\nid1");
    const type = (answer: readonly Answer[]) => (sheet = { ...sheet, typed: { [spotOf(place)]: { ...EMPTY, answer, touched: true } }, added: stayingAt(sheet.added, place) });
    type([{ valueString: "Iron" }]);
    type([]);
    expect(spots(sheet, blank, id).map(spotOf)).toEqual(["name\nid1"]);
  });

  test("gets one more below the last, and one less", () => {
    const [blank, id] = [new Map<string, string>(), ids()];
    const typed = { "name\nid1": words("Iron") };
    const [first] = placesOn(form, sheetWith(typed), []);
    if (!first) throw new Error("nothing is there");
    id();
    const added = oneMore({}, first, id);
    expect(spots(sheetWith(typed, { added }), blank, id).map(spotOf)).toEqual(["name\nid1", "name\nid2"]);
    expect(spots(sheetWith({}, { added: without(added, first) }), blank, id).map(spotOf)).toEqual(["name\nid2"]);
  });
});
