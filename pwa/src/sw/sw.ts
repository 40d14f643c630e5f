// Written in by the build (tools/shell.ts): what the shell consists of.
declare const __SHELL__: readonly { path: string; integrity: string; part: string }[];

declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", (event) => {
  const shell = __SHELL__.filter((file) => file.part === "shell");
  event.waitUntil(
    caches.open("shell").then((cache) =>
      cache.addAll(shell.map((file) => new Request(file.path, { integrity: file.integrity, cache: "no-cache" }))),
    ),
  );
});
