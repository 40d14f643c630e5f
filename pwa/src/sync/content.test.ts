import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { content, wholeIndex } from "./content.ts";

/** The browser's cache as small as the app uses it. */
function shelf(): { open: () => Promise<unknown>; kept: Map<string, Response> } {
  const kept = new Map<string, Response>();
  const cache = {
    match: async (address: string) => kept.get(address)?.clone(),
    put: async (address: string, answer: Response) => void kept.set(address, answer),
  };
  return { open: async () => cache, kept };
}

let caches: ReturnType<typeof shelf>;
beforeEach(() => {
  caches = shelf();
  vi.stubGlobal("caches", caches);
});
afterEach(() => vi.unstubAllGlobals());

const answers = (body: unknown) => vi.fn(async () => new Response(JSON.stringify(body)));
const noNetwork = () => Promise.reject(new TypeError("no network"));

describe("forms and modules", () => {
  it("are fetched once, and lie on the phone from then on", async () => {
    const fetched = answers({ title: "Trygt hjem" });
    vi.stubGlobal("fetch", fetched);
    await content("modules/a.json");
    await content("modules/a.json");
    expect(fetched).toHaveBeenCalledTimes(1);
    expect([...caches.kept.keys()]).toEqual(["/content/modules/a.json"]);
  });

  it("that lie on the phone need no network", async () => {
    caches.kept.set("/content/modules/b.json", new Response('{"title":"Trygt hjem"}'));
    vi.stubGlobal("fetch", noNetwork);
    expect(await content("modules/b.json")).toEqual({ title: "Trygt hjem" });
  });

  it("that are nowhere say that the network is away, and are asked for again the next time", async () => {
    vi.stubGlobal("fetch", noNetwork);
    await expect(content("modules/c.json")).rejects.toMatchObject({ slug: "offline" });
    vi.stubGlobal("fetch", answers({ title: "Nå" }));
    expect(await content("modules/c.json")).toEqual({ title: "Nå" });
  });

  it("are listed anew when there is a network, and as they were when there is none", async () => {
    vi.stubGlobal("fetch", answers({ modules: [{ id: "one" }] }));
    await wholeIndex();
    vi.stubGlobal("fetch", answers({ modules: [{ id: "two" }] }));
    expect((await wholeIndex()).modules?.[0]?.id).toBe("two");
    vi.stubGlobal("fetch", noNetwork);
    expect((await wholeIndex()).modules?.[0]?.id).toBe("two");
  });

  it("are read also where the browser keeps nothing", async () => {
    vi.stubGlobal("caches", undefined);
    vi.stubGlobal("fetch", answers({ title: "Trygt hjem" }));
    expect(await content("modules/d.json")).toEqual({ title: "Trygt hjem" });
  });
});
