import { describe, expect, it } from "vitest";
import { newProfile, sha256, uuid7 } from "./ids.ts";

describe("names made by the device", () => {
  it("are UUIDs of version 7, in order of the clock", () => {
    const [early, late] = [uuid7(Date.UTC(2026, 10, 2, 8)), uuid7(Date.UTC(2026, 10, 2, 9))];
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(early < late).toBe(true);
    expect(parseInt(early.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 2, 8));
  });

  it("differ also within the same moment", () => {
    expect(new Set(Array.from({ length: 1000 }, () => uuid7(0))).size).toBe(1000);
  });

  it("name a profile as the server wants it", () => {
    expect(newProfile()).toMatch(/^[a-z0-9]{8,32}$/);
  });

  it("hash a text over its UTF-8 bytes", async () => {
    expect(await sha256("Å")).toBe("0a94dc9d420d1142d6b71de60f9bf7e2f345a4d62c9f141b091539769ddf3075");
    expect(await sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });
});
