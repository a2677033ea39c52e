import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { describe, expect, it } from "vitest";
import { definitions } from "../../provider/definitions";
import { packageVersion } from "../../provider/package-name";
import { generatedFiles } from "../../provider/schema/generated-files";

const root = join(__dirname, "../..");

describe("what is generated from the definitions", () => {
  const files = [...generatedFiles(definitions, packageVersion())];

  it.each(files)("%s is not stale: else run npm run generate", async (path, text) => {
    const file = join(root, path);
    const options = await resolveConfig(file);
    const wanted = path.endsWith("schema.json")
      ? `${text}\n`
      : await format(text, { ...options, filepath: file });
    expect(await readFile(file, "utf8")).toBe(wanted);
  });
});
