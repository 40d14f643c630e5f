import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newPhone } from "../../store/ingrid.ts";
import { askToLast, ground } from "./lasting.ts";

/** What the browser answers when it is asked to keep things. */
async function browser(promises: boolean, quota?: number, usage = 1_000): Promise<void> {
  const storage = {
    persist: async () => promises,
    persisted: async () => promises,
    estimate: async () => (quota === undefined ? {} : { quota, usage }),
  };
  vi.stubGlobal("navigator", { ...navigator, storage });
  await askToLast();
}

beforeEach(async () => {
  await newPhone();
});
afterEach(() => vi.unstubAllGlobals());

describe("the ground that one writes on", () => {
  it("is firm when the browser promises to keep things", async () => {
    await browser(true, 1_000_000_000);
    expect(ground.value).toBe("promised");
  });

  it("is not called firm when it does not promise", async () => {
    await browser(false, 1_000_000_000);
    expect(ground.value).toBe("unpromised");
  });

  it("is tight on a phone that is nearly full, and in a window that gets little", async () => {
    await browser(true, 1_000_000_000, 999_000_000);
    expect(ground.value).toBe("tight");
    await browser(false, 5_000_000);
    expect(ground.value).toBe("tight");
  });

  it("is not called tight by a browser that does not say", async () => {
    await browser(true);
    expect(ground.value).toBe("promised");
  });

  it("is not promised where nobody can be asked", async () => {
    vi.stubGlobal("navigator", { ...navigator, storage: undefined });
    await askToLast();
    expect(ground.value).toBe("unpromised");
  });
});

it("where the browser keeps nothing, nothing else is said of it", async () => {
  vi.stubGlobal("indexedDB", undefined);
  await newPhone();
  await browser(true, 1_000_000_000);
  expect(ground.value).toBe("nothing");
});
