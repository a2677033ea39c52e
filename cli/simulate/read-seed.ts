import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { z } from "zod";
import { seedSchema, type Seed } from "../../simulator/seed";
import { UsageError } from "../faults";

/**
 * Reads a seed (`asr-seed/1`), JSON or YAML.
 *
 * @throws UsageError naming the file and the place in it.
 */
export function readSeed(file: string): Seed {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unreadable";
    throw new UsageError(`seed ${file} cannot be read (${code}): name a file of the format asr-seed/1.`, {
      cause: error,
    });
  }
  const document = parseDocument(text);
  const problem = document.errors[0];
  if (problem !== undefined) {
    const place = problem.linePos?.[0];
    const where = place === undefined ? "" : `:${place.line}:${place.col}`;
    const reason = problem.message.split("\n")[0]?.replace(/ at line \d+.*$/, "") ?? "";
    throw new UsageError(`seed ${file}${where} is neither JSON nor YAML: ${reason}.`);
  }
  const seed = seedSchema.safeParse(document.toJS());
  if (seed.success) return seed.data;
  throw new UsageError(
    `seed ${file} is no asr-seed/1: ${firstIssue(seed.error)}; \`asr schema seed\` prints the format.`,
  );
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return "not valid";
  const path = issue.path.length === 0 ? "" : `${z.core.toDotPath(issue.path)}: `;
  return `${path}${issue.message}`;
}
