import { defineConfig } from "vite";
import { fhirpath, licences } from "./tools/fhirpath.ts";
import { preview } from "./tools/preview.ts";
import { shell } from "./tools/shell.ts";

const server = process.env["VIKTIG_URL"] ?? "http://127.0.0.1:8000";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [fhirpath(), licences(), shell(), preview()],
  worker: {
    format: "es",
    plugins: () => [fhirpath()],
    rolldownOptions: { output: { entryFileNames: "assets/expressions-[hash].js" } },
  },
  server: { host: "127.0.0.1", proxy: { "/api": server } },
  build: {
    outDir: "../server/viktig/web",
    emptyOutDir: true,
    manifest: "chunks.json",
    target: ["chrome111", "firefox114", "safari16.4"],
    // Nothing inline: the content security policy allows neither inline scripts nor data: addresses
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { app: "index.html", sw: "src/sw/sw.ts" },
      output: {
        entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
});
