import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Module } from "../../../domain/module.ts";
import { setLanguage } from "../../../i18n/index.ts";
import { appears, close, press, show } from "../hands.ts";
import { Share } from "./Share.tsx";

const module = { id: "pain", language: "nn", title: "Når det gjer vondt" } as unknown as Module;

beforeEach(async () => {
  await setLanguage("en");
});
afterEach(async () => {
  await close();
  vi.unstubAllGlobals();
});

describe("a text that is shared", () => {
  it.each([
    [module, "", "/learn/pain/nn"],
    [{ ...module, easy: true }, "", "/learn/pain/nn/easy"],
    [module, "vestbygd", "/learn/vestbygd/pain/nn"],
  ])("is the address where everybody can read it, and nothing of the person", async (shared, organization, path) => {
    const told = vi.fn(async () => undefined);
    vi.stubGlobal("navigator", { share: told });
    await show(<Share module={shared} organization={organization} />);
    await press("Share the text");
    expect(told).toHaveBeenCalledWith({ title: "Når det gjer vondt", url: `${location.origin}${path}` });
  });

  it("is copied where the phone cannot share, and stands there where it cannot be copied", async () => {
    vi.stubGlobal("navigator", { clipboard: { writeText: async () => undefined } });
    await show(<Share module={module} />);
    await press("Share the text");
    await appears("The link is copied.");
    vi.stubGlobal("navigator", { clipboard: { writeText: () => Promise.reject(new Error("not allowed")) } });
    await press("Share the text");
    await appears("/learn/pain/nn");
  });
});
