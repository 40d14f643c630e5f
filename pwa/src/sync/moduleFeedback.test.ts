import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ModuleFeedback } from "../domain/wire.ts";
import { openDevice } from "../store/device.ts";
import { dropFeedback, feedback, feedbackName, keepFeedback } from "../store/moduleFeedback.ts";
import { sendFeedback, sendOne } from "./moduleFeedback.ts";

const SAID = { organization: "hospital", module: "pain", moduleVersion: "1", language: "nb", understandable: "partly", useful: "yes" } as const;

async function waiting(): Promise<ModuleFeedback> {
  await keepFeedback({ id: feedbackName(), ...SAID });
  const [one] = feedback.value;
  if (!one) throw new Error("it was not kept");
  return one;
}
const answering = (status: number) => vi.stubGlobal("fetch", vi.fn(async () => new Response(null, { status })));

beforeEach(async () => {
  await openDevice();
  for (const each of feedback.value) await dropFeedback(each);
});
afterEach(() => vi.unstubAllGlobals());

describe("an opinion on a module", () => {
  it("goes without a cookie and without the name that a person's requests carry", async () => {
    answering(204);
    const one = await waiting();
    await sendFeedback(one);
    const [path, how] = vi.mocked(fetch).mock.calls[0] ?? [];
    expect(path).toBe("/api/module-feedback");
    expect(how).toMatchObject({ method: "POST", credentials: "omit" });
    expect(Object.keys(how?.headers ?? {})).toEqual(["Content-Type"]);
    expect(JSON.parse(String(how?.body))).toEqual({ ...SAID, id: one.id });
    expect(feedback.value).toEqual([]);
  });

  it("waits for a network, also while the phone is switched off", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
    const one = await waiting();
    await expect(sendFeedback(one)).rejects.toThrow();
    await openDevice();
    expect(feedback.value).toEqual([one]);
  });

  it.each([429, 500, 503])("stays when the server has no time for it (%i)", async (status) => {
    answering(status);
    await sendFeedback(await waiting());
    expect(feedback.value).toHaveLength(1);
  });

  it("is not sent once more where another window has sent it", async () => {
    answering(204);
    await waiting();
    vi.resetModules();
    const window = { ...(await import("../store/device.ts")), ...(await import("../store/moduleFeedback.ts")) };
    await window.openDevice();
    for (const each of window.feedback.value) await window.dropFeedback(each);
    // This window has not heard of it yet.
    await sendOne();
    expect(fetch).not.toHaveBeenCalled();
    expect(feedback.value).toEqual([]);
  });

  it("goes away when no server will ever take it", async () => {
    answering(422);
    await sendFeedback(await waiting());
    expect(feedback.value).toEqual([]);
  });
});
