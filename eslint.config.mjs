import tseslint from "typescript-eslint";
import { house } from "./tools/eslint/plugin.mjs";

/** Where printing is the job: commands, scripts, and the modules that a simulator process starts with. */
const printing = ["cli/**", "tools/**", "bench/**", "simulator/**/main.ts"];

export default tseslint.config(
  { ignores: ["dist/", "out/", "coverage/", "node_modules/", "**/*.gen.ts"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts", "**/*.mts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: "./tsconfig.test.json" } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  { files: ["**/*.mjs"], extends: [tseslint.configs.recommended] },
  {
    files: ["**/*.ts", "**/*.mts", "**/*.mjs"],
    plugins: { house },
    rules: {
      "house/file-name": "error",
      "house/import-direction": "error",
      "house/no-azure-native-root": "error",
      "no-console": "error",
    },
  },
  { files: ["limits/rules/**", "limits/checks/**"], rules: { "house/no-limit-numbers": "error" } },
  { files: printing, rules: { "no-console": "off" } },
);
