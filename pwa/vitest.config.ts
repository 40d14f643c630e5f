import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vite.config.ts";

export default mergeConfig(
  base,
  defineConfig({
    test: {
      include: ["src/**/*.test.{ts,tsx}"],
      environment: "happy-dom",
      restoreMocks: true,
      // No test is about time: a busy machine may take as long as it needs.
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  }),
);
