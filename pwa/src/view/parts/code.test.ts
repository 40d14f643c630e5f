import { expect, test } from "vitest";
import { inFours } from "./code.ts";

test.each(["4F2A9RKC", "4F2A 9RKC", "4F2A-9RKC"])("%s is read out in two groups of four", (code) => {
  expect(inFours(code)).toBe("4F2A 9RKC");
});
