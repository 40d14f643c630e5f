// Written in by the build (tools/shell.ts): what the shell consists of.
declare const __SHELL__: readonly { path: string; integrity: string; part: string }[];

declare const self: ServiceWorkerGlobalScope;

/** One cache for each build, so that an old page finds its own files until it is closed. */
const SHELL = `shell ${__SHELL__.find(({ path }) => path === "/")?.integrity ?? ""}`;
const CONTENT = "content";
/** Which parts beside the shell this phone keeps, from one build to the next: languages, and what reads expressions in forms. */
const PARTS = "/languages-kept";
/** The patient's pages open from the phone at once. */
const PATIENT = /^\/(i|p(\/.*)?)?$/;
/** The team's pages work with a network only, and come from there: their files are not kept here. */
const ONLINE = /^\/(team(\/.*)?|insight(\/.*)?|demo)$/;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(cleanUp()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") {
    if (PATIENT.test(pathname)) event.respondWith(page(request));
    else if (ONLINE.test(pathname)) event.respondWith(fetch(request).catch(() => page(request)));
  } else if (pathname.startsWith("/content/")) {
    if (pathname !== "/content/index.json") event.respondWith(kept(CONTENT, request));
  } else event.respondWith(kept(SHELL, request));
});
// Only a page holds the words and the key: the worker can wake one that is open, and send nothing itself.
self.addEventListener("sync" as "message", (event) => event.waitUntil(wake()));
self.addEventListener("message", (event) => {
  const { keep, takeOver } = event.data as { keep?: string; takeOver?: boolean };
  if (takeOver) void self.skipWaiting();
  if (keep) event.waitUntil(keepPart(keep).finally(() => event.ports[0]?.postMessage("kept")));
});
self.addEventListener("push", (event) => event.waitUntil(remind(event.data?.text() ?? "")));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open());
});

async function install(): Promise<void> {
  const parts = await partsKept();
  await add(["shell", ...parts]);
  await remember(parts);
}

/** The build before this one stays: a page may still be open that was begun with it. */
async function cleanUp(): Promise<void> {
  const others = (await shells()).filter((name) => name !== SHELL);
  for (const name of others.slice(0, -1)) await caches.delete(name);
}

/** Oldest first. */
const shells = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith("shell "));

async function wake(): Promise<void> {
  for (const client of await self.clients.matchAll({ type: "window" })) client.postMessage({ wake: true });
}

/** The text is the same for all; a newer one takes the place of one that was not looked at. */
const remind = (body: string): Promise<void> =>
  self.registration.showNotification("Viktig", { body, tag: "viktig", icon: "/icon-192.png" });

/** A patient's page that is open, else the door: where several use a phone, it asks who is here. */
async function open(): Promise<void> {
  for (const client of await self.clients.matchAll({ type: "window" })) {
    if (PATIENT.test(new URL(client.url).pathname)) return void (await (client as WindowClient).focus());
  }
  await self.clients.openWindow("/");
}

async function page(request: Request): Promise<Response> {
  const shell = await (await caches.open(SHELL)).match("/");
  return shell ?? fetch(request);
}

async function kept(name: string, request: Request): Promise<Response> {
  const how = { ignoreVary: true };
  const found = (await (await caches.open(name)).match(request, how)) ?? (await caches.match(request, how));
  return found ?? fetch(request);
}

async function add(parts: readonly string[]): Promise<void> {
  const cache = await caches.open(SHELL);
  const files = __SHELL__.filter(({ part }) => parts.includes(part));
  const missing: Request[] = [];
  for (const { path, integrity } of files) {
    if (!(await cache.match(path))) missing.push(new Request(path, { integrity, cache: "no-cache" }));
  }
  await cache.addAll(missing);
}

async function keepPart(part: string): Promise<void> {
  const known = await partsKept();
  await add([part]);
  if (!known.includes(part)) await remember([...known, part]);
}

async function partsKept(): Promise<string[]> {
  for (const name of (await shells()).reverse()) {
    const found = await caches.match(PARTS, { cacheName: name });
    if (found) return (await found.json()) as string[];
  }
  return [];
}

async function remember(parts: readonly string[]): Promise<void> {
  await (await caches.open(SHELL)).put(PARTS, new Response(JSON.stringify(parts)));
}
