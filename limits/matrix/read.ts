import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { parseDocument } from "yaml";
import { z } from "zod";
import { documentsFileSchema, matrixFileSchema, type Limit } from "./schema";

/**
 * Reads the matrix from its YAML files. Used from source and by the build, which stores the result as
 * one JSON file so that a policy pack starts without parsing YAML.
 *
 * @throws Error naming file and line when a file does not fit the schema.
 */
export function readMatrix(folder: string): Limit[] {
  const documents = parseFile(join(folder, "documents.yaml"), documentsFileSchema);
  const limits: Limit[] = [];
  for (const file of yamlFiles(folder)) {
    const matrix = parseFile(file, matrixFileSchema);
    for (const entry of matrix.limits) {
      const where = `${relative(folder, file)}: ${entry.id}`;
      const documentKey = entry.document ?? matrix.document;
      const document = documents[documentKey];
      if (document === undefined) throw new Error(`${where}: no document "${documentKey}" in documents.yaml`);
      const scenarios = entry.scenarios ?? matrix.scenarios;
      if (scenarios === undefined)
        throw new Error(`${where}: no scenarios, neither here nor at the file's top`);
      const section = entry.section ?? matrix.section;
      if (section === undefined) throw new Error(`${where}: no section, neither here nor at the file's top`);
      if (document.headings?.includes(section) === false)
        throw new Error(`${where}: "${section}" is no heading of ${documentKey} in documents.yaml`);
      const { document: _document, section: _section, ...rest } = entry;
      limits.push({
        ...rest,
        edition: matrix.edition,
        scenarios,
        experiences: entry.experiences ?? matrix.experiences,
        source: {
          document: document.title,
          date: document.date,
          section,
          ...(document.url === undefined ? {} : { url: document.url }),
          ...(document.headings === undefined ? { unverified: true as const } : {}),
        },
      });
    }
  }
  return limits;
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .flatMap((edition) =>
      readdirSync(join(folder, edition))
        .filter((name) => name.endsWith(".yaml"))
        .sort()
        .map((name) => join(folder, edition, name)),
    );
}

function parseFile<T extends z.ZodType>(file: string, schema: T): z.infer<T> {
  const document = parseDocument(readFileSync(file, "utf8"));
  const problem = document.errors[0];
  if (problem !== undefined) throw new Error(`${file}: ${problem.message}`);
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
