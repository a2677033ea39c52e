// The project's own lint rules. Each has a case in test/tools/eslint.test.ts that shows it fires.
import { fileName } from "./file-name.mjs";
import { importDirection } from "./import-direction.mjs";
import { noAzureNativeRoot } from "./no-azure-native-root.mjs";
import { noLimitNumbers } from "./no-limit-numbers.mjs";

export const house = {
  meta: { name: "house" },
  rules: {
    "file-name": fileName,
    "import-direction": importDirection,
    "no-azure-native-root": noAzureNativeRoot,
    "no-limit-numbers": noLimitNumbers,
  },
};
