import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { sentItems, standing, statements, unsentLinks } from "./answers.ts";
import { response, versionsOf } from "./documents.ts";
import { hold, keepPlace, leaveQuestion, send } from "./form.ts";
import type { Holder } from "./device.ts";
import { leave, open, rooms } from "./here.ts";
import { answers, FORM, fromServer, INGRID, MONA, newPhone, said } from "./ingrid.ts";
import { takeIn } from "./receive.ts";
import type { StoredVersion } from "../domain/wire.ts";

const words = (link: string): string[] =>
  (statements(FORM).get(link)?.items ?? []).map((item) => item.answer?.[0]?.valueString ?? "");
const write = (link: string, text: string, audience: "all" | "staff" = "all") =>
  hold(FORM, link, text ? [said(link, text)] : [], audience);
const arrive = (...versions: StoredVersion[]) =>
  takeIn({ at: {}, changed: versions.map((version, n) => ({ n, kind: "version", version })) });
const statuses = () => versionsOf(FORM.shared).map((held) => response(held)?.status);

let holder: Holder;
beforeEach(async () => {
  holder = await newPhone();
});

describe("writing an answer", () => {
  it("keeps what was typed through a restart, before the question was left", async () => {
    await write("matters", "Å kunne gå til postkassen");
    leave();
    await open(holder);
    expect(words("matters")).toEqual(["Å kunne gå til postkassen"]);
    expect(rooms.outbox.value.size).toBe(0);
  });

  it("becomes a version that waits to be sent when the question is left", async () => {
    await write("matters", "Å få sove");
    await leaveQuestion(FORM);
    const [held] = versionsOf(FORM.shared);
    expect(held && response(held)?.status).toBe("in-progress");
    expect([...rooms.outbox.value.keys()]).toEqual([held?.version]);
    expect(rooms.drafts.value.size).toBe(0);
    expect(words("matters")).toEqual(["Å få sove"]);
  });

  it("makes no version when nothing was written", async () => {
    await leaveQuestion(FORM);
    await write("matters", "Å");
    await write("matters", "");
    await leaveQuestion(FORM);
    expect(versionsOf(FORM.shared)).toEqual([]);
  });

  it("stays on this phone until Send when the person chose that", async () => {
    await keepPlace(FORM, { phoneOnly: true });
    await write("matters", "Å få sove");
    await leaveQuestion(FORM);
    expect(versionsOf(FORM.shared)).toEqual([]);
    await send(FORM);
    expect(statuses()).toEqual(["completed"]);
  });

  it("is sent as completed first, and as amended after a change; both are kept", async () => {
    await write("matters", "Å få sove");
    await send(FORM);
    await write("matters", "Å få sove hele natta");
    await leaveQuestion(FORM);
    expect(unsentLinks(FORM)).toEqual(["matters"]);
    await send(FORM);
    expect(statuses()).toEqual(["completed", "in-progress", "amended"]);
    expect(unsentLinks(FORM)).toEqual([]);
  });

  it("puts each version on the one before", async () => {
    await write("matters", "en");
    await leaveQuestion(FORM);
    await write("matters", "to");
    await leaveQuestion(FORM);
    const [first, second] = versionsOf(FORM.shared);
    expect(second?.base).toEqual([first?.version]);
  });

  it("sends nothing anew when nothing has changed", async () => {
    await write("matters", "Å få sove");
    await send(FORM);
    await send(FORM);
    expect(statuses()).toEqual(["completed"]);
  });
});

describe("only for health personnel", () => {
  it("moves the answer to the document that no helper sees", async () => {
    await write("worry", "Jeg er redd for å komme hjem");
    await write("matters", "Å få sove");
    await leaveQuestion(FORM);
    await write("worry", "Jeg er redd for å komme hjem", "staff");
    await send(FORM);
    expect(sentItems(FORM.shared).map(({ linkId }) => linkId)).toEqual(["matters"]);
    expect(sentItems(FORM.staff).map(({ linkId }) => linkId)).toEqual(["worry"]);
    expect(statements(FORM).get("worry")?.audience).toBe("staff");
  });

  it("is not undone by another phone that did not touch that choice", async () => {
    await write("worry", "Redd");
    await leaveQuestion(FORM);
    const [shared] = versionsOf(FORM.shared);
    await write("worry", "Redd for trappa");
    const hidden = { ...answers([said("worry", "Redd")]), audience: "staff" as const };
    await arrive(
      await fromServer(answers([]), [shared?.version ?? ""], { author: "Patient/patient-1" }),
      await fromServer(hidden, [], { id: FORM.staff, author: "Patient/patient-1" }),
    );
    await leaveQuestion(FORM);
    expect(standing(FORM.shared)).toEqual([]);
    expect(standing(FORM.staff).map((item) => item.answer?.[0]?.valueString)).toEqual(["Redd for trappa"]);
  });
});

describe("two who write at the same time", () => {
  it("keeps both when they answered different questions", async () => {
    await write("matters", "Å få sove");
    await arrive(await fromServer(answers([said("talk", "Snakk høyt", MONA)])));
    await leaveQuestion(FORM);
    expect(words("matters")).toEqual(["Å få sove"]);
    expect(words("talk")).toEqual(["Snakk høyt"]);
  });

  it("writes over nobody who answered the same question meanwhile: both stand, for a person to choose", async () => {
    await write("matters", "Å få sove");
    await arrive(await fromServer(answers([said("matters", "At det er ro på rommet", MONA)])));
    await leaveQuestion(FORM);
    expect(words("matters").sort()).toEqual(["At det er ro på rommet", "Å få sove"]);
    expect(statements(FORM).get("matters")?.items.every((item) => item.unsettled)).toBe(true);
  });

  it("is settled by the choice, and stays so", async () => {
    await write("matters", "Å få sove");
    await arrive(await fromServer(answers([said("matters", "Ro", MONA)])));
    await leaveQuestion(FORM);
    await write("matters", "Å få sove");
    await leaveQuestion(FORM);
    expect(words("matters")).toEqual(["Å få sove"]);
  });

  it("can keep both for good", async () => {
    await write("matters", "Å få sove");
    await arrive(await fromServer(answers([said("matters", "Ro", MONA)])));
    await leaveQuestion(FORM);
    const both = (statements(FORM).get("matters")?.items ?? []).map(({ unsettled: _open, ...item }) => item);
    await hold(FORM, "matters", both, "all");
    await leaveQuestion(FORM);
    const items = standing(FORM.shared);
    expect(items).toHaveLength(2);
    expect(items.some((item) => item.unsettled)).toBe(false);
  });

  it("joins versions that were written on the same one, as the server does", async () => {
    await write("matters", "Å få sove");
    await leaveQuestion(FORM);
    const base = versionsOf(FORM.shared).map(({ version }) => version);
    await write("home", "Gå til butikken");
    await leaveQuestion(FORM);
    await arrive(await fromServer(answers([said("matters", "Å få sove", INGRID, "2026-11-02T08:00:00Z"), said("talk", "Høyt", MONA)]), base));
    expect([...statements(FORM).keys()].sort()).toEqual(["home", "matters", "talk"]);
    expect(words("matters")).toEqual(["Å få sove"]);
  });
});
