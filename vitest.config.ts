import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests that change their process (environment, streams, signals) or use an SDK with one state a process, as Pulumi's. */
const inOwnProcess = ["cli", "components", "docs", "policy-pack", "provider/components", "tools"].map(
  (area) => `test/${area}/**/*.test.ts`,
);

/**
 * Three levels: `unit` and `unit-isolated` mirror the tree and run from source; `meta` checks our own conventions;
 * `e2e` drives the real Pulumi engine and needs `npm run build` first (`npm test` does it).
 */
export default defineConfig({
  test: {
    // vitest's own choice leaves one core idle, which on two is half of them; four engines fit into usual memories.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    // What a passing test provokes, warnings above all, hides what a failing one says.
    silent: "passed-only",
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [...inOwnProcess, "test/meta/**", "test/e2e/**", "**/node_modules/**"],
          globalSetup: ["test/compile-matrix.ts"],
          // Hundreds of small files that import the same modules: loading them for each anew took longer than the tests.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "unit-isolated",
          include: inOwnProcess,
          globalSetup: ["test/compile-matrix.ts"],
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
        },
      },
    ],
  },
});
