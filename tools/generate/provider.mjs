// Writes what follows from the definitions in provider/ and from the components: the package schema, the TypeScript
// classes and the pages.
// It runs before the first build, so the definitions are compiled here, in memory.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Module, createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import ts from "typescript";
import { renderComponentPage } from "./component-page.mjs";
import { componentSchema } from "./component-schema.mjs";

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
const { generatedFiles, schemaFile } = require("./provider/schema/generated-files.ts");
const { objectsOf } = require("./provider/schema/package-schema.ts");
const { packageVersion } = require("./provider/package-name.ts");

for (const [path, text] of generatedFiles(definitions, packageVersion())) {
  const file = join(root, path);
  write(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

// Components are read with the classes that were written just now.
const components = componentSchema(root, new Set(objectsOf(definitions).keys()));
const [path, text] = schemaFile(definitions, packageVersion(), components);
write(join(root, path), text);

const page = join(root, "docs", "components.md");
const rendered = renderComponentPage(JSON.parse(text), readFileSync(page, "utf8"));
write(page, await format(rendered, { ...(await resolveConfig(page)), filepath: page }));

function write(file, text) {
  if (textOf(file) === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined; // Not generated yet.
  }
}
