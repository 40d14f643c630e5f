import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { statements } from "./answers.ts";
import { response, versionsOf } from "./documents.ts";
import { hold, keepPlace, send } from "./form.ts";
import { rooms } from "./here.ts";
import { FORM, monasPhone, newPhone, said } from "./ingrid.ts";
import { park, takeIn } from "./receive.ts";
import { ownCopy, takeBack, unsentCopy } from "./rescue.ts";

const write = (link: string, text: string, audience: "all" | "staff" = "all") => hold(FORM, link, [said(link, text)], audience);
const words = (link: string) => statements(FORM).get(link)?.items[0]?.answer?.[0]?.valueString;

beforeEach(async () => {
  await newPhone();
});

describe("a rescue copy", () => {
  it("holds what waits, what is parked and what is half written, and leaves it where it is", async () => {
    await write("matters", "Å få sove");
    await send(FORM);
    const [sent] = versionsOf(FORM.shared);
    await park(sent?.version ?? "", "not-allowed");
    await keepPlace(FORM, { phoneOnly: true });
    await write("worry", "Å falle", "staff");
    const copy = await unsentCopy();
    expect(copy.versions.map(({ id, text }) => [id, text.includes("in-progress")])).toEqual([
      [FORM.shared, false],
      [FORM.staff, true],
    ]);
    expect([rooms.outbox.value.size, rooms.drafts.value.size]).toEqual([1, 1]);
  });

  it("holds nothing that has been received", async () => {
    await write("matters", "Å få sove");
    await send(FORM);
    const [sent] = versionsOf(FORM.shared);
    await takeIn({ at: {}, receipts: [{ version: sent?.version ?? "", outcome: "stored", hash: sent?.hash ?? "" }] });
    expect((await unsentCopy()).versions).toEqual([]);
  });

  it("goes on from another phone under the same ids, once", async () => {
    await write("matters", "Å få sove");
    await send(FORM);
    await write("worry", "Å falle");
    const copy = await unsentCopy();
    await newPhone();
    expect(ownCopy(copy)).toBe(true);
    expect([await takeBack(copy), await takeBack(copy)]).toEqual([1, 0]);
    expect([...rooms.outbox.value.keys()].sort()).toEqual(copy.versions.map(({ version }) => version).sort());
    expect([words("matters"), words("worry")]).toEqual(["Å få sove", "Å falle"]);
    expect(versionsOf(FORM.shared).map((held) => response(held)?.status)).toContain("completed");
  });

  it("is not another person's to read in", async () => {
    await write("matters", "Å få sove");
    const copy = await unsentCopy();
    await newPhone(monasPhone);
    expect(ownCopy(copy)).toBe(false);
  });
});
