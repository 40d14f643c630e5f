import { defineConfig } from "vite";
import { fhirpath, licences } from "./tools/fhirpath.ts";
import { preview } from "./tools/preview.ts";
import { shell } from "./tools/shell.ts";

const server = process.env["VIKTIG_URL"] ?? "http://127.0.0.1:8000";

const SHARED =
  /node_modules\/(preact|@preact|idb)\/|src\/domain\/(clock|join|version|ids)\.ts|src\/domain\/questionnaire\/(expressions|extensions|form|places|screens|texts|values)\.ts|src\/i18n\/[a-z]+\.ts|src\/store\/(bytes|clock|device|memory|owed|push|rows|seal|shape1|shelf|wrap)\.ts|src\/sync\/api\.ts|src\/view\/parts\/(Button|Icon|announce)/;

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
        // What the first question shares with other pages comes in one file, not in one for each way it is shared.
        codeSplitting: { groups: [{ name: "shared", test: SHARED }] },
      },
    },
  },
});
