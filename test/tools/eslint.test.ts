import { join } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

/**
 * Each of our own lint rules fires where it should and only there. The project's configuration is used as it is, but
 * without type information, which snippets have none of.
 */
const root = join(__dirname, "../..");
const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { project: null, projectService: false } },
  },
  ruleFilter: ({ ruleId }) => ruleId.startsWith("house/") || ruleId === "no-console",
});

async function messages(filePath: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, filePath) });
  return (result?.messages ?? []).map((message) => `${message.ruleId ?? "parser"}: ${message.message}`);
}

describe("house/import-direction", () => {
  it.each([
    ["limits/rules/a.ts", 'import { x } from "../../estate/x";', "limits/rules must not import estate"],
    [
      "limits/matrix/a.ts",
      'import { x } from "../rules/rule";',
      "limits/matrix must not import limits/rules",
    ],
    ["limits/facts/a.ts", 'import type { x } from "../judge";', "limits/facts must not import limits"],
    ["limits/judge.ts", 'import * as p from "@pulumi/pulumi";', "limits must not import @pulumi/pulumi"],
    ["limits/judge.ts", 'import { readFileSync } from "node:fs";', "limits must not import node:fs"],
    ["estate/a.ts", 'export * from "../components/recovery-vault";', "estate must not import components"],
    ["estate/a.ts", 'import "../reports/assessment/render";', "estate must not import reports"],
    ["estate/a.ts", 'import "@pulumi/pulumi";', "estate must not import @pulumi/pulumi"],
    ["components/a.ts", 'void import("../provider/schema");', "components must not import provider"],
    [
      "provider/resources/a.ts",
      'import "../../components/a";',
      "provider/resources must not import components",
    ],
    ["policy-pack/pack.ts", 'import "../components/a";', "policy-pack must not import components"],
    ["simulator/a.ts", 'import "../limits/editions";', "simulator must not import limits/editions"],
    ["operations/a.ts", 'require("../simulator/server");', "operations must not import simulator"],
    ["stacks/landing-zone/index.ts", 'import "../../limits/judge";', "stacks must not import limits"],
    ["cli/a.ts", 'import "../stacks/landing-zone/index";', "cli must not import stacks"],
    ["reports/a.ts", 'import "../cli/main";', "reports must not import cli"],
    ["cli/a.ts", 'import "../test/compile-matrix";', "cli must not import test"],
  ])("%s: %s", async (file, code, message) => {
    expect(await messages(file, code)).toEqual([
      expect.stringContaining(`house/import-direction: ${message}`),
    ]);
  });

  it.each([
    ["limits/rules/a.ts", 'import { x } from "../matrix/schema";'],
    ["limits/matrix/a.ts", 'import { readFileSync } from "node:fs"; import { x } from "../editions";'],
    ["components/a.ts", 'import { x } from "../provider/resources/a"; import "../limits/judge";'],
    ["provider/a.ts", 'import { x } from "../components/a";'],
    ["cli/a.ts", 'import { x } from "../simulator/server"; import "../operations/check";'],
    ["simulator/a.ts", 'import { x } from "./store/b";'],
    ["test/cli/a.test.ts", 'import { x } from "../../cli/main";'],
  ])("lets %s import what lies below it: %s", async (file, code) => {
    expect(await messages(file, code)).toEqual([]);
  });
});

describe("house/no-limit-numbers", () => {
  it.each([
    ["const most = 2048;", "2048 looks like a limit"],
    ["const most = 10;", "10 looks like a limit"],
    ["const most = 32_767n;", "32_767n looks like a limit"],
    ["const name = /^[a-z]{1,63}$/;", "{1,63} bounds a length"],
    ["const most = -15;", "15 looks like a limit"],
    ["const most = sizeGiB > 1024;", "1024 looks like a limit"],
  ])("%s", async (code, message) => {
    for (const file of ["limits/rules/a.ts", "limits/checks/a.ts"]) {
      expect(await messages(file, code)).toEqual([
        expect.stringContaining(`house/no-limit-numbers: ${message}`),
      ]);
    }
  });

  it.each([
    'const rule = { ref: "ASR-0012", since: "0.1.0" };',
    "const first = list[0] ?? list[1];",
    "const sizeMiB = sizeGiB * 1024;",
    "const mebibytes = { MiB: 1, GiB: 1024, TiB: 1024 * 1024 };",
    "const word = /^\\d{4}-\\d{2}$/;",
  ])("lets be: %s", async (code) => {
    expect(await messages("limits/rules/a.ts", code)).toEqual([]);
  });

  it("leaves the matrix and other folders alone", async () => {
    expect(await messages("limits/matrix/a.ts", "const most = 2048;")).toEqual([]);
    expect(await messages("estate/a.ts", "const most = 2048;")).toEqual([]);
  });
});

describe("house/no-azure-native-root", () => {
  it.each([
    'import * as azure from "@pulumi/azure-native";',
    'import type { storage } from "@pulumi/azure-native";',
    'export { storage } from "@pulumi/azure-native/index.js";',
    'const azure = require("@pulumi/azure-native");',
    'void import("@pulumi/azure-native");',
    'type Storage = import("@pulumi/azure-native").storage.StorageAccount;',
  ])("%s", async (code) => {
    expect(await messages("components/a.ts", code)).toEqual([
      expect.stringMatching(/^house\/no-azure-native-root: /),
    ]);
  });

  it("lets sub-modules be", async () => {
    expect(await messages("components/a.ts", 'import * as s from "@pulumi/azure-native/storage";')).toEqual(
      [],
    );
  });
});

describe("house/file-name", () => {
  it.each([
    ["estate/utils.ts", '"utils" does not say what is inside'],
    ["estate/string-helpers.ts", '"string-helpers" does not say what is inside'],
    ["estate/common/a.ts", '"common" does not say what is inside'],
    ["test/misc.test.ts", '"misc" does not say what is inside'],
    ["components/recoveryVault.ts", 'write "recovery-vault"'],
    ["components/recovery_vault.ts", 'write "recovery-vault"'],
    ["components/RecoveryVault.ts", 'write "recovery-vault"'],
  ])("%s", async (file, message) => {
    expect(await messages(file, "export {};")).toEqual([expect.stringContaining(message)]);
  });

  it.each(["limits/matrix/2019-05/a.ts", "tools/build/finish.mjs", "test/e2e/a.test.ts", "vitest.config.ts"])(
    "lets be: %s",
    async (file) => {
      expect(await messages(file, "export {};")).toEqual([]);
    },
  );
});

describe("no-console", () => {
  it.each(["limits/judge.ts", "components/a.ts", "simulator/server.ts", "policy-pack/pack.ts"])(
    "fires in %s",
    async (file) => {
      expect(await messages(file, 'console.log("x");')).toEqual([expect.stringMatching(/^no-console: /)]);
    },
  );

  it.each(["cli/main.ts", "tools/start.mjs", "bench/a.ts", "simulator/azure-native/main.ts"])(
    "lets %s print",
    async (file) => {
      expect(await messages(file, 'console.log("x");')).toEqual([]);
    },
  );
});
