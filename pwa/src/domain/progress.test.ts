import { expect, it } from "vitest";
import { further } from "./progress.ts";
import type { ModuleProgress } from "./wire.ts";

const at = (step: number, more: Partial<ModuleProgress> = {}): ModuleProgress => ({
  resourceType: "ModuleProgress",
  encounter: "e1",
  module: "pain",
  moduleVersion: "1",
  language: "nb",
  step,
  ...more,
});
const TOLD = { words: "Jeg ringer", chosen: ["right"], unsure: ["Medisinene"] };

it("keeps what was finished and told when a window that knows nothing of it reads on", () => {
  expect(further(at(9, { finished: true, teachBack: TOLD }), at(3))).toEqual(at(9, { finished: true, teachBack: TOLD }));
});

it("takes tapping through the talk once more as nothing told", () => {
  const again = further(at(9, { finished: true, teachBack: TOLD }), at(9, { finished: true, teachBack: { chosen: [""], unsure: [] } }));
  expect(again.teachBack).toEqual(TOLD);
});

it("takes what is told anew, and keeps the words where there are no new ones", () => {
  const again = further(at(9, { finished: true, teachBack: TOLD }), at(9, { finished: true, teachBack: { chosen: ["wrong"], unsure: [] } }));
  expect(again.teachBack).toEqual({ words: "Jeg ringer", chosen: ["wrong"], unsure: [] });
});

it("begins anew with another version of the text", () => {
  expect(further(at(9, { finished: true, teachBack: TOLD }), at(1, { moduleVersion: "2" }))).toEqual(at(1, { moduleVersion: "2" }));
});
