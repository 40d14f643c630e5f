import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Receipt, StoredVersion } from "../domain/wire.ts";
import { sentItems } from "./answers.ts";
import { content, response } from "./documents.ts";
import { hold as holdEntry, put } from "./entries.ts";
import { hold, keepPlace, leaveQuestion, send } from "./form.ts";
import { type Held, rooms } from "./here.ts";
import { answers, FORM, fromServer, INGRID, MONA, monasPhone, newPhone, said, STAY } from "./ingrid.ts";
import { isParked, takeIn } from "./receive.ts";
import { takeBack, unsentCopy } from "./rescue.ts";

describe("what somebody who helps may no longer hold", () => {
  const [all, less] = [
    { [STAY.patient]: { epoch: "one", n: 3, access: "all" } },
    { [STAY.patient]: { epoch: "one", n: 4, access: "less" } },
  ];
  const sentByIngrid = (item = [said("matters", "Å få sove", INGRID)]) => fromServer(answers(item, "completed"), [], { author: "Patient/patient-1" });
  const told = async (...versions: StoredVersion[]): Promise<void> =>
    takeIn({ at: all, changed: versions.map((version) => ({ n: 1, kind: "version", version })) });
  const kept = (): string => JSON.stringify([...rooms.versions.value.values(), ...rooms.drafts.value.values()]);
  const ended = (receipts: Receipt[] = []): Promise<void> => takeIn({ at: less, gone: [FORM.shared], receipts });
  const refused = (): Receipt[] =>
    [...rooms.outbox.value.keys()].map((version) => ({ version, outcome: "refused", problem: "not-allowed" }));
  const unsent = (): Held[] => [...rooms.outbox.value.keys()].sort().flatMap((version) => rooms.versions.value.get(version) ?? []);
  const itemsOf = (held?: Held): readonly string[][] =>
    ((held && response(held)?.item) ?? []).map(({ linkId, answer }) => [linkId, answer?.[0]?.valueString ?? ""]);

  beforeEach(async () => {
    await newPhone(monasPhone);
  });

  it("goes from the phone: answers, readings and actions", async () => {
    const sent = await sentByIngrid();
    const review = { id: "r1", encounter: "stay-1", versions: [sent.version], at: "2026-11-02T09:00:00Z" };
    const task = { id: "t1", encounter: "stay-1", patient: "patient-1", status: "requested", outcome: "planned", description: "Gåtrening", madeAt: "2026-11-02T09:00:00Z", changedAt: "2026-11-02T09:00:00Z" } as const;
    await takeIn({ at: all, changed: [{ n: 1, kind: "version", version: sent }, { n: 2, kind: "review", review }, { n: 3, kind: "task", task }] });
    await takeIn({ at: less, gone: [FORM.shared, "r1", "t1"] });
    expect([rooms.versions.value.size, rooms.reviews.value.size, rooms.tasks.value.size]).toEqual([0, 0, 0]);
  });

  it("leaves what they wrote and could not hand in, without the answers it was written into", async () => {
    await told(await sentByIngrid([said("matters", "Å få sove", INGRID), said("worry", "Å falle", INGRID)]));
    await hold(FORM, "talk", [said("talk", "Snakk høyt", MONA)], "all");
    await leaveQuestion(FORM);
    await hold(FORM, "worry", [said("worry", "Trappa", MONA)], "all");
    await send(FORM);
    await ended(refused());
    expect(kept()).not.toMatch(/Å få sove|Å falle/);
    expect(unsent().map(itemsOf)).toEqual([[["talk", "Snakk høyt"]], [["worry", "Trappa"], ["talk", "Snakk høyt"]]]);
    const [first, second] = unsent();
    expect([first?.base, second?.base]).toEqual([[], [first?.version]]);
    expect([first, second].map((held) => held && response(held)?.status)).toEqual(["in-progress", "amended"]);
    expect([...rooms.outbox.value.values()].every((how) => !isParked(how))).toBe(true);
  });

  it("leaves what was half written, and nothing of what stood there before", async () => {
    await told(await sentByIngrid());
    await hold(FORM, "matters", [said("matters", "Å få sove hele natta", MONA)], "all");
    await ended();
    expect(kept()).not.toContain('"Å få sove"');
    expect(unsent().map(itemsOf)).toEqual([[["matters", "Å få sove hele natta"]]]);
  });

  it("keeps a draft that was to stay on the phone a draft", async () => {
    await told(await sentByIngrid());
    await keepPlace(FORM, { phoneOnly: true });
    await hold(FORM, "matters", [said("matters", "Å få sove hele natta", MONA)], "all");
    await ended();
    expect(kept()).not.toContain('"Å få sove"');
    expect([rooms.drafts.value.size, rooms.outbox.value.size]).toEqual([1, 0]);
  });

  it("lets go of what had been received, also when that is told in the same breath", async () => {
    await told(await sentByIngrid());
    await hold(FORM, "talk", [said("talk", "Snakk høyt", MONA)], "all");
    await leaveQuestion(FORM);
    const [mine] = unsent();
    await ended([{ version: mine?.version ?? "", outcome: "already", hash: mine?.hash ?? "" }]);
    expect([rooms.versions.value.size, rooms.outbox.value.size]).toEqual([0, 0]);
  });

  it("leaves nothing of what they only took away", async () => {
    await told(await sentByIngrid());
    await hold(FORM, "matters", [], "all");
    await leaveQuestion(FORM);
    await ended(refused());
    expect([rooms.versions.value.size, rooms.outbox.value.size]).toEqual([0, 0]);
  });

  it("stays as it is when it is told once more", async () => {
    await told(await sentByIngrid());
    await hold(FORM, "talk", [said("talk", "Snakk høyt", MONA)], "all");
    await leaveQuestion(FORM);
    await ended(refused());
    const before = unsent();
    await ended(refused());
    expect(unsent()).toEqual(before);
  });

  it("goes again by itself when it is shared again, and stands beside what others said", async () => {
    const sent = await sentByIngrid();
    await told(sent);
    await hold(FORM, "matters", [said("matters", "Å få sove hele natta", MONA)], "all");
    await send(FORM);
    await ended(refused());
    await takeIn({ at: all, changed: [{ n: 1, kind: "version", version: sent }] });
    expect([...rooms.outbox.value.values()]).toEqual([{ attempts: 0 }]);
    expect(sentItems(FORM.shared).map(({ answer }) => answer?.[0]?.valueString)).toEqual(["Å få sove", "Å få sove hele natta"]);
  });

  it("of an entry on the list leaves the fields that they wrote", async () => {
    const medicine = { resourceType: "MedicationStatement", encounter: STAY.id, medication: "Metoprolol", dosage: "50 mg" } as const;
    const id = "01890000-0000-7000-8000-000000000001";
    const there = await fromServer(medicine, [], { id, author: "Patient/patient-1" });
    await told(there);
    const draft = { document: id, base: [there.version], content: { ...medicine, dosage: "100 mg", note: "Etter legen" } };
    await put("draft", draft);
    await holdEntry("other", { ...draft, content: { ...medicine, reason: "Hjertet" } });
    await takeIn({ at: less, gone: [id], receipts: refused() });
    expect(kept()).not.toMatch(/Metoprolol|50 mg/);
    const [held] = unsent();
    expect(held && content(held)).toMatchObject({ medication: "", dosage: "100 mg", note: "Etter legen" });
    expect([...rooms.drafts.value.values()].map(({ entry }) => entry?.content)).toMatchObject([{ medication: "", reason: "Hjertet" }]);
  });

  it("is not in a rescue copy", async () => {
    await told(await sentByIngrid());
    await hold(FORM, "talk", [said("talk", "Snakk høyt", MONA)], "all");
    await leaveQuestion(FORM);
    await ended(refused());
    const copy = JSON.stringify(await unsentCopy());
    expect(copy).toContain("Snakk høyt");
    expect(copy).not.toContain("Å få sove");
  });

  it("is the same when a copy from before is read in: only their own words stay", async () => {
    await told(await sentByIngrid());
    await hold(FORM, "talk", [said("talk", "Snakk høyt", MONA)], "all");
    await leaveQuestion(FORM);
    const copy = await unsentCopy();
    await ended(refused());
    await takeBack(copy);
    await takeIn({ at: less, receipts: refused() });
    expect(kept()).not.toContain("Å få sove");
    expect(kept()).toContain("Snakk høyt");
  });
});
