import { defineConfig } from "vitest/config";

/**
 * Three levels: `unit` mirrors the tree and runs from source; `meta` checks our own conventions;
 * `e2e` drives the real Pulumi engine and needs `npm run build` first (`npm test` does it).
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          globalSetup: ["test/compile-matrix.ts"],
          exclude: ["test/meta/**", "test/e2e/**", "**/node_modules/**"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "meta",
          globalSetup: ["test/compile-matrix.ts"],
          include: ["test/meta/**/*.test.ts"],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
