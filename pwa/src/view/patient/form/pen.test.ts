import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { versionsOf } from "../../../store/documents.ts";
import { inTurn, leave, rooms } from "../../../store/here.ts";
import { FORM, LONG, newPhone, said } from "../../../store/ingrid.ts";
import { newPen } from "./pen.ts";

beforeEach(async () => {
  await newPhone();
});

describe("the pen", () => {
  it("keeps the last of many keystrokes", async () => {
    const pen = newPen(FORM, "matters");
    for (const words of ["Å", "Å f", "Å få", "Å få sove"]) pen.write([said("matters", words)]);
    expect(pen.state.value).toBe("writing");
    expect(await pen.flush()).toBe(true);
    expect(pen.state.value).toBe("kept");
    expect([...rooms.drafts.value.values()][0]?.items[0]?.answer).toEqual([{ valueString: "Å få sove" }]);
  });

  it("keeps on the way what is written without a pause", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const pen = newPen(FORM, "matters");
    for (let words = "Å"; words.length < 5; words += "å") {
      pen.write([said("matters", words)]);
      vi.advanceTimersByTime(200);
    }
    vi.useRealTimers();
    await vi.waitFor(() => expect(rooms.drafts.value.size).toBe(1), LONG);
  });

  it("does not say kept about words that came while the earlier ones were on their way to the disk", async () => {
    const pen = newPen(FORM, "matters");
    pen.write([said("matters", "Å få")]);
    const first = pen.flush();
    pen.write([said("matters", "Å få sove")]);
    await first;
    expect(pen.state.value).toBe("writing");
    await pen.flush();
    expect(pen.state.value).toBe("kept");
  });

  it("says failed when the phone could not keep it, and holds on to the words", async () => {
    const pen = newPen(FORM, "matters");
    pen.write([said("matters", "Å få sove")]);
    leave();
    expect(await pen.flush()).toBe(false);
    expect(pen.state.value).toBe("failed");
    expect(pen.items.value[0]?.answer).toEqual([{ valueString: "Å få sove" }]);
  });

  it.each([
    ["goes early where the browser keeps nothing", true, 1],
    ["waits where the phone is to be trusted", false, 0],
  ])("makes a safe copy that %s", async (_how, keepsNothing, copies) => {
    if (keepsNothing) vi.stubGlobal("indexedDB", undefined);
    await newPhone();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const pen = newPen(FORM, "matters");
    pen.write([said("matters", "Å få sove")]);
    await pen.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    vi.unstubAllGlobals();
    await inTurn(async () => undefined);
    expect(versionsOf(FORM.shared)).toHaveLength(copies);
  });

  it("shows what arrives from another phone as long as nothing is written here", async () => {
    const pen = newPen(FORM, "matters");
    const other = newPen(FORM, "matters");
    other.write([said("matters", "Ro")]);
    await other.flush();
    expect(pen.items.value[0]?.answer).toEqual([{ valueString: "Ro" }]);
  });
});
