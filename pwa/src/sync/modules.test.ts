import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ModuleEntry } from "../domain/module.ts";
import { setLanguage } from "../i18n/index.ts";
import { inTurn, keep, leave } from "../store/here.ts";
import { monasPhone, newPhone, STAY } from "../store/ingrid.ts";
import { bringContent, lacking, texts } from "./modules.ts";

const entry = (id: string, forWhom: string[], easy = false): ModuleEntry => ({
  id,
  version: "1",
  forWhom,
  languages: Object.fromEntries(
    ["nb", "nn"].map((tongue) => [tongue, { title: id, minutes: 2, path: `modules/${id}@${ward}.${tongue}.json`, ...(easy && { easy: `modules/${id}@${ward}.${tongue}.easy.json` }) }]),
  ),
});
/** What was read once is not asked for again: each test has a ward of its own. */
let ward = 0;

let kept: Map<string, Response>;
let asked: string[];
let modules: readonly ModuleEntry[];
let gone: ReadonlySet<string>;

beforeEach(async () => {
  ward++;
  modules = [entry("pain", ["patient", "carer"]), entry("going-home", ["patient"], true), entry("teach-back", ["staff"])];
  [kept, asked, gone] = [new Map(), [], new Set()];
  const full = (address: string): string => new URL(address, "http://phone.example").pathname;
  const cache = {
    match: async (address: string) => kept.get(full(address))?.clone(),
    put: async (address: string, answer: Response) => void kept.set(full(address), answer),
    delete: async (address: string) => kept.delete(full(address)),
    keys: async () => [...kept.keys()].map((path) => ({ url: `http://phone.example${path}` })),
  };
  vi.stubGlobal("caches", { open: async () => cache });
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address.replace("/content/", ""));
    if (gone.has(address)) return new Response("", { status: 404 });
    return new Response(JSON.stringify(address.endsWith("index.json") ? { modules } : { id: address.split("/")[3]?.split(".")[0] }));
  });
  vi.stubGlobal("navigator", { connection: undefined });
  await setLanguage("nb");
  await newPhone();
  await inTurn(() => keep([{ room: "stay", key: STAY.id, body: { ...STAY, forms: [], modules: [{ module: "going-home", by: "Kari" }] } }]));
});
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
});

const brought = (): string[] => asked.filter((path) => path.startsWith("modules/")).map((path) => path.replace(`@${ward}`, ""));

describe("modules", () => {
  it("come in the reader's language, with their easy text, the one that was chosen for the person first, and none for staff", async () => {
    await bringContent();
    expect(brought()).toEqual(["modules/going-home.nb.json", "modules/going-home.nb.easy.json", "modules/pain.nb.json"]);
    expect(await lacking(modules.slice(0, 2))).toEqual([]);
  });

  it("come for who helps as they are meant for carers", async () => {
    await newPhone(monasPhone);
    await setLanguage("nn");
    await bringContent();
    expect(brought()).toEqual(["modules/pain.nn.json"]);
  });

  it.each([{ saveData: true }, { type: "cellular" }])("wait on a line that is dear (%o), but for the chosen one", async (connection) => {
    await setLanguage("nn");
    vi.stubGlobal("navigator", { connection });
    modules = [entry("falls", ["patient"]), entry("going-home", ["patient"], true)];
    await bringContent();
    expect(brought()).toEqual(["modules/going-home.nn.json", "modules/going-home.nn.easy.json"]);
    expect((await lacking(modules)).map(({ id }) => id)).toEqual(["falls"]);
  });

  it("come all but the one that the server has not, and that one is asked for again", async () => {
    modules = [entry("lost", ["patient"]), entry("found", ["patient"])];
    gone = new Set([`/content/modules/lost@${ward}.nb.json`]);
    await expect(bringContent()).rejects.toThrow();
    expect([...kept.keys()]).toContain(`/content/modules/found@${ward}.nb.json`);
    gone = new Set();
    dispatchEvent(new Event("online"));
    await vi.waitFor(async () => expect(await lacking(modules)).toEqual([]));
  });

  it("make room when there is another version of them", async () => {
    modules = [{ ...entry("old", ["patient"]), languages: { nb: { title: "Old", minutes: 1, path: "modules/old@1.nb.json" } } }];
    await bringContent();
    modules = [{ ...entry("old", ["patient"]), languages: { nb: { title: "Old", minutes: 1, path: "modules/old@2.nb.json" } } }];
    await bringContent();
    expect([...kept.keys()].filter((path) => path.includes("old"))).toEqual(["/content/modules/old@2.nb.json"]);
  });

  it("that lie on the phone can be searched without asking for any", async () => {
    await bringContent();
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
    expect((await texts([...modules.slice(0, 2), entry("never-brought", ["patient"])], false)).length).toBe(2);
  });
});
