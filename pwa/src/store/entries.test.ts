import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Entry } from "../domain/entry.ts";
import { uuid7 } from "../domain/ids.ts";
import { content, headsOf, versionsOf } from "./documents.ts";
import { before, begun, drop, entries, entryGaps, hold, listed, mark, put, takeAlong } from "./entries.ts";
import { leave, open, rooms } from "./here.ts";
import { fromServer, newPhone, STAY } from "./ingrid.ts";
import { takeIn } from "./receive.ts";
import { unsentCopy } from "./rescue.ts";

const question = (text: string, more: object = {}): Entry => ({ resourceType: "VisitQuestion", encounter: STAY.id, text, ...more });
const medicine = (more: object = {}): Entry => ({ resourceType: "MedicationStatement", encounter: STAY.id, medication: "Metoprolol", ...more });
const arrives = async (document: string, said: Entry, base: readonly string[]) => {
  const version = await fromServer(said, base, { id: document, author: "Practitioner/kari", authorName: "Kari" });
  await takeIn({ at: {}, changed: [{ n: 1, kind: "version", version }] });
  return version.version;
};
async function add(said: Entry): Promise<string> {
  const document = uuid7();
  await put(uuid7(), { document, base: [], content: said });
  return document;
}
const texts = (): string[] => entries("VisitQuestion").map(({ entry }) => entry.text);

let holder: Awaited<ReturnType<typeof newPhone>>;
beforeEach(async () => {
  holder = await newPhone();
});

describe("the list on a phone", () => {
  it("keeps what is being written through a closed tab, and sends nothing of it", async () => {
    await hold("k", { document: "d", base: [], content: question("Når får jeg re") });
    leave();
    await open(holder);
    expect(begun(() => true)[0]?.[1].content).toEqual(question("Når får jeg re"));
    expect(rooms.outbox.value.size).toBe(0);
    expect(texts()).toEqual([]);
  });

  it("tells what was begun in the order in which it was begun, also after a closed tab", async () => {
    const words = ["One?", "Two?", "Three?", "Four?", "Five?"];
    for (const [n, each] of words.entries()) await hold(`${n}`, { document: uuid7(), base: [], content: question(each) });
    leave();
    await open(holder);
    expect(begun(() => true).map(([, { content }]) => (content as { text: string }).text)).toEqual(words);
  });

  it("puts an entry on the list in one step with letting the draft go", async () => {
    const draft = { document: uuid7(), base: [], content: question("Hjem?") };
    const key = await hold("k", draft);
    await put(key, draft);
    expect(texts()).toEqual(["Hjem?"]);
    expect(rooms.drafts.value.size).toBe(0);
    expect(rooms.outbox.value.size).toBe(1);
  });

  it("gives two tabs a draft each when both write the same entry", async () => {
    const document = await add(question("Hjem?"));
    const base = headsOf(document);
    await hold("0", { document, base, content: question("Hjem i dag?") });
    const other = { form: "list", linkId: document, items: [], audience: "all", was: [], wasAudience: "all" } as const;
    rooms.drafts.value = new Map([["0", { ...other, entry: { document, base, content: question("Hjem i morgen?") } }]]);
    const own = await hold("0", { document, base, content: question("Hjem i kveld?") });
    expect(own).not.toBe("0");
    expect(begun(() => true).map(([, { content }]) => content)).toEqual([question("Hjem i morgen?"), question("Hjem i kveld?")]);
  });

  it("leaves no draft of what was written and taken away again", async () => {
    await hold("k", { document: "d", base: [], content: question("") });
    expect(rooms.drafts.value.size).toBe(0);
    const document = await add(question("Hjem?"));
    await hold("l", { document, base: headsOf(document), content: question("Hjem??") });
    await hold("l", { document, base: headsOf(document), content: question("Hjem?") });
    expect(rooms.drafts.value.size).toBe(0);
  });

  it("keeps both when a nurse writes in the same field while it is being written here", async () => {
    const document = await add(question("Hjem?"));
    const draft = { document, base: headsOf(document), content: question("Hjem på fredag?") };
    await hold("k", draft);
    await arrives(document, question("Hjem til hva?"), draft.base);
    await put("k", draft);
    const now = listed(document);
    expect(now?.differing.map(({ words }) => words).sort()).toEqual(["Hjem på fredag?", "Hjem til hva?"]);
  });

  it("shows a ticked-off question again when its words were changed here meanwhile, with what was answered", async () => {
    const document = await add(question("Hjem?"));
    const base = headsOf(document);
    await arrives(document, question("Hjem?", { answered: true, answer: "På fredag" }), base);
    await put("k", { document, base, content: question("Hjem, og med hvem?") });
    expect(listed(document)?.entry).toEqual(question("Hjem, og med hvem?", { answer: "På fredag" }));
  });

  it("removes with a way back, and says when somebody changed it meanwhile", async () => {
    const document = await add(question("Hjem?"));
    const base = headsOf(document);
    await mark(document, { removed: true });
    expect(texts()).toEqual([]);
    await arrives(document, question("Hjem?", { answered: true, answer: "Ja" }), base);
    expect(listed(document)).toMatchObject({ cameBack: true, entry: { text: "Hjem?", answer: "Ja" } });
    await mark(document, { removed: true });
    expect(texts()).toEqual([]);
    await mark(document, { removed: false });
    expect(texts()).toEqual(["Hjem?"]);
  });

  it("never hands in a confirmation: it is the staff's to give, and falls with a change", async () => {
    const document = await add(medicine());
    const confirmed = { by: "Kari", title: "nurse", at: "2026-11-02T09:00:00Z" };
    await arrives(document, medicine({ confirmed }), headsOf(document));
    expect(listed(document)?.entry).toMatchObject({ confirmed });
    await put("k", { document, base: headsOf(document), content: { ...(listed(document)?.entry as Entry), dosage: "50 mg" } as Entry });
    expect(listed(document)?.entry).toEqual(medicine({ dosage: "50 mg" }));
    await arrives(document, medicine({ dosage: "50 mg", confirmed }), headsOf(document));
    await mark(document, { removed: true });
    const own = versionsOf(document).filter((held) => held.author === holder.person.author);
    expect(own.every((held) => !("confirmed" in content(held)))).toBe(true);
  });

  it("asks for the way there when it does not know what two heads were written on", async () => {
    const document = uuid7();
    await arrives(document, question("Hjem i dag?"), ["lost"]);
    expect(entryGaps()).toEqual([]);
    await arrives(document, question("Hjem i morgen?"), ["lost"]);
    expect(entryGaps()).toEqual([document]);
  });

  it("puts what is half written into a rescue copy, as the entry it is going to be", async () => {
    await hold("k", { document: "d", base: [], content: question("Når får jeg re") });
    const { versions } = await unsentCopy();
    expect(versions.map(({ id, text }) => [id, JSON.parse(text)])).toEqual([["d", question("Når får jeg re")]]);
  });

  it("takes medicines of the last stay along into this one, unconfirmed, and leaves its questions", async () => {
    const confirmed = { by: "Kari", title: "nurse", at: "2026-11-02T09:00:00Z" };
    await arrives(uuid7(), { ...medicine({ confirmed }), encounter: "stay-0" } as Entry, []);
    await arrives(uuid7(), { ...question("Hjem?"), encounter: "stay-0" } as Entry, []);
    expect([entries("MedicationStatement"), texts()]).toEqual([[], []]);
    await takeAlong(before("MedicationStatement"));
    expect(entries("MedicationStatement").map(({ entry }) => entry)).toEqual([medicine()]);
    expect(before("MedicationStatement")).toEqual([]);
  });

  it("lets go of what the person does not want after all", async () => {
    await hold("k", { document: "d", base: [], content: question("Hjem?") });
    await drop("k");
    expect(begun(() => true)).toEqual([]);
  });
});
