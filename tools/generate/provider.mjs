// Writes what follows from the definitions in provider/: the package schema, the TypeScript classes and the pages.
// It runs before the first build, so the definitions are compiled here, in memory.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Module, createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import ts from "typescript";

const root = fileURLToPath(new URL("../..", import.meta.url));

Module._extensions[".ts"] = (module, file) => {
  const { outputText } = ts.transpileModule(readFileSync(file, "utf8"), {
    fileName: file,
    compilerOptions: {
      target: ts.ScriptTarget.ES2024,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
    },
  });
  module._compile(outputText, file);
};

const require = createRequire(join(root, "package.json"));
const { definitions } = require("./provider/definitions.ts");
const { generatedFiles } = require("./provider/schema/generated-files.ts");
const { packageVersion } = require("./provider/package-name.ts");

for (const [path, text] of generatedFiles(definitions, packageVersion())) {
  const file = join(root, path);
  // The schema stays as `pulumi package get-schema` writes it.
  const formatted = path.endsWith("schema.json")
    ? `${text}\n`
    : await format(text, { ...(await resolveConfig(file)), filepath: file });
  if (textOf(file) === formatted) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, formatted);
}

function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined; // Not generated yet.
  }
}
