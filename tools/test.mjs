#!/usr/bin/env node
// `npm test`: set-up, formatting, lint, types, then unit, meta and e2e tests. Arguments go to vitest and leave the
// checks before it out: `npm test -- test/estate`. The last line counts: `N passed, N failed`.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { capture, foreground } from "./setup/commands.mjs";
import { root } from "./setup/places.mjs";
import { prepare, runScript } from "./setup/prepare.mjs";
import { say, seconds } from "./setup/progress.mjs";
import { stampOf } from "./setup/stamp.mjs";

const checks = [
  { name: "format", args: ["prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "--cache", "."] },
  {
    name: "lint",
    args: ["eslint/bin/eslint.js", "--cache", "--cache-location", "node_modules/.cache/eslint/", "."],
  },
  { name: "types", args: ["typescript/bin/tsc", "-p", "tsconfig.test.json"] },
];

await runScript(async () => {
  const { node, environment } = await prepare();
  const options = { cwd: root, env: environment };
  const chosen = process.argv.slice(2);

  const failed = chosen.length > 0 ? [] : (await Promise.all(checks.map(runCheck))).filter(Boolean);

  async function runCheck({ name, args: [script, ...args] }) {
    const begin = performance.now();
    // The whole tree, because types reach from file to file: eslint's own cache would miss what a change does elsewhere.
    const tree = stampOf(["."]);
    const stampFile = join(root, `node_modules/.cache/${name}-passed`);
    if (read(stampFile) === tree) {
      say(`${name} passed before, and nothing has changed`);
      return undefined;
    }
    const { code, output } = await capture(node, [join(root, "node_modules", script), ...args], options);
    const verdict = code === 0 ? "passed" : "failed";
    say(
      `${name} ${verdict} in ${seconds(performance.now() - begin)}${output.trim() && `\n${output.trimEnd()}`}`,
    );
    if (code !== 0) return name;
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, tree);
    return undefined;
  }

  const scratch = mkdtempSync(join(tmpdir(), "asr-test-"));
  try {
    const report = join(scratch, "report.json");
    const vitest = [join(root, "node_modules/vitest/vitest.mjs"), "run"];
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    // The end-to-end tests start some thousand Node processes that load the same modules: compiled once, all start faster.
    const compiled = { NODE_COMPILE_CACHE: join(root, "node_modules/.cache/node-compile-cache") };
    const code = await foreground(node, [...vitest, ...reporters, ...chosen], {
      ...options,
      env: { ...environment, ...compiled },
    });
    const tests = count(report);
    // A check that fails counts as one failure, so that the line and the exit code agree.
    const failures = tests.failed + failed.length;
    if (failed.length > 0) say(`Failed before the tests: ${failed.join(", ")}.`);
    if (failures === 0 && code !== 0) say(`vitest ended with exit code ${code}.`);
    const isFine = failures === 0 && code === 0 && tests.passed > 0;
    const skipped = tests.skipped === 0 ? "" : `, ${tests.skipped} skipped`;
    console.log(`${tests.passed} passed, ${Math.max(failures, isFine ? 0 : 1)} failed${skipped}`);
    return isFine ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined; // Not passed before.
  }
}

/** Counts of vitest's report. A test file that could not even be loaded has no failed test, and is one failure. */
function count(file) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }; // vitest did not get as far as its report.
  }
  const unloaded = report.testResults.filter(
    (result) =>
      result.status === "failed" && !result.assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}
