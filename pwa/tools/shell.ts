// After the build: which files the service worker keeps, and a compressed twin of each text file beside it.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

type Chunk = Rolldown.OutputChunk;
type Bundle = Rolldown.OutputBundle;

/**
 * `part` is "shell", a language, "learning": kept with the modules, or "expressions": kept on phones with a form that
 * has some. What none of them needs (the team's pages) is not kept on a phone.
 */
export interface Kept {
  path: string;
  integrity: string;
  part: string;
}

const TEXT = /\.(html|js|css|json|svg|webmanifest|txt)$/;
const ONLINE = /\/src\/view\/(team|insight)\//;
const EXPRESSIONS = /\/src\/domain\/questionnaire\/expressions\//;
const LEARNING = /\/src\/view\/patient\/learn\/pages\.tsx$/;
const WORDS = /\/src\/i18n\/generated\/([a-z]+)(?:\.rest)?(\.team)?\.json$/;

export function shell(): Plugin {
  let outDir = "";
  return {
    name: "viktig-shell",
    apply: "build",
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    writeBundle(_, bundle) {
      const worker = bundle["sw.js"];
      if (worker?.type !== "chunk") this.error("src/sw/sw.ts did not become sw.js");
      if (worker.imports.length > 0) this.error(`the service worker stands alone, but imports ${worker.imports.join()}`);
      const kept = keep(outDir, parts(bundle));
      const list = JSON.stringify(kept);
      writeFileSync(join(outDir, "sw.js"), readFileSync(join(outDir, "sw.js"), "utf8").replaceAll("__SHELL__", list));
      writeFileSync(join(outDir, "precache.json"), list);
      compress(outDir);
    },
  };
}

/** The part that each built file belongs to; files that only the team's pages reach are left out. */
function parts(bundle: Bundle): Map<string, string> {
  const found = new Map<string, string>();
  const chunk = (name: string): Chunk | undefined => {
    const file = bundle[name];
    return file?.type === "chunk" ? file : undefined;
  };
  const walk = (name: string, part: string): void => {
    const file = chunk(name);
    const known = found.get(name);
    if (!file || known === "shell" || known === part) return;
    const source = (file.facadeModuleId ?? "").replaceAll("\\", "/");
    const words = WORDS.exec(source);
    if (ONLINE.test(source) || words?.[2]) return;
    const own = words?.[1] ?? (EXPRESSIONS.test(source) ? "expressions" : LEARNING.test(source) ? "learning" : part);
    found.set(name, own);
    for (const asset of [...(file.viteMetadata?.importedCss ?? []), ...(file.viteMetadata?.importedAssets ?? [])]) {
      found.set(asset, own);
    }
    for (const next of [...file.imports, ...file.dynamicImports]) walk(next, own);
  };
  for (const [name, file] of Object.entries(bundle)) {
    if (file.type === "chunk" && file.isEntry && name !== "sw.js") walk(name, "shell");
  }
  return found;
}

function keep(outDir: string, part: Map<string, string>): Kept[] {
  const kept: Kept[] = [];
  for (const path of filesBelow(outDir)) {
    const built = path.startsWith("assets/");
    const belongs = built ? part.get(path) : "shell";
    if (path === "sw.js" || path === "chunks.json" || belongs === undefined) continue;
    const bytes = readFileSync(join(outDir, path));
    const integrity = `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
    kept.push({ path: path === "index.html" ? "/" : `/${path}`, integrity, part: belongs });
  }
  return kept;
}

function compress(outDir: string): void {
  for (const path of filesBelow(outDir).filter((each) => TEXT.test(each))) {
    const bytes = readFileSync(join(outDir, path));
    const hints = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(join(outDir, `${path}.br`), brotliCompressSync(bytes, { params: hints }));
    writeFileSync(join(outDir, `${path}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

function filesBelow(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => relative(folder, join(folder, path)).split(sep).join("/"))
    .sort();
}
