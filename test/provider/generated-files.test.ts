import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { describe, expect, it } from "vitest";
import { definitions } from "../../provider/definitions";
import { packageVersion } from "../../provider/package-name";
import { generatedFiles, schemaFile } from "../../provider/schema/generated-files";
import { objectsOf } from "../../provider/schema/package-schema";
import { componentSchema } from "../../tools/generate/component-schema.mjs";

const root = join(__dirname, "../..");

describe("what is generated from the definitions and the components", () => {
  const files = [...generatedFiles(definitions, packageVersion())];

  it.each(files)("%s is not stale: else run npm run generate", async (path, text) => {
    const file = join(root, path);
    const options = await resolveConfig(file);
    expect(await readFile(file, "utf8")).toBe(await format(text, { ...options, filepath: file }));
  });

  it("the package schema is not stale: else run npm run generate", { timeout: 60_000 }, async () => {
    const components = componentSchema(root, new Set(objectsOf(definitions).keys()));
    const [path, text] = schemaFile(definitions, packageVersion(), components);
    expect(await readFile(join(root, path), "utf8")).toBe(text);
  });
});
