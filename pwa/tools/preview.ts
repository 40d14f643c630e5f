// The page of `viktig questionnaire preview`, built by itself beside the app: shared chunks would cost phones requests.
import { join } from "node:path";
import { build, type Plugin, type ResolvedConfig } from "vite";

export function preview(): Plugin {
  let app: ResolvedConfig | undefined;
  return {
    name: "viktig-preview",
    apply: "build",
    configResolved(config) {
      app = config;
    },
    async closeBundle() {
      if (!app) return;
      const { root } = app;
      await build({
        configFile: false,
        root,
        publicDir: false,
        logLevel: "warn",
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        build: {
          outDir: join(root, app.build.outDir, "preview"),
          emptyOutDir: true,
          target: app.build.target,
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          reportCompressedSize: false,
          rolldownOptions: { input: join(root, "preview.html") },
        },
      });
    },
  };
}
