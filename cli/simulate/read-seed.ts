import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { z } from "zod";
import { faultsSchema, type Faults } from "../../simulator/faults";
import { seedSchema, type Seed } from "../../simulator/seed";
import { UsageError } from "../faults";

/**
 * Reads a seed (`asr-seed/1`), JSON or YAML.
 *
 * @throws UsageError naming the file and the place in it.
 */
export function readSeed(file: string): Seed {
  return readInput(file, "seed", "asr-seed/1", seedSchema);
}

/**
 * Reads faults (`asr-faults/1`), JSON or YAML.
 *
 * @throws UsageError naming the file and the place in it.
 */
export function readFaults(file: string): Faults {
  return readInput(file, "faults", "asr-faults/1", faultsSchema);
}

/** One anchor may serve every machine of the largest seed: the parser's own bound is 100. */
const mostAliases = 1_000_000;

function readInput<T>(file: string, kind: string, format: string, schema: z.ZodType<T>): T {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unreadable";
    throw new UsageError(`${kind} ${file} cannot be read (${code}): name a file of the format ${format}.`, {
      cause: error,
    });
  }
  // Seeds of many machines repeat themselves: merge keys (<<) are welcome.
  const document = parseDocument(text, { merge: true });
  const problem = document.errors[0];
  if (problem !== undefined) {
    const place = problem.linePos?.[0];
    const where = place === undefined ? "" : `:${place.line}:${place.col}`;
    const reason = problem.message.split("\n")[0]?.replace(/ at line \d+.*$/, "") ?? "";
    throw new UsageError(`${kind} ${file}${where} is neither JSON nor YAML: ${reason}.`);
  }
  const content = schema.safeParse(document.toJS({ maxAliasCount: mostAliases }));
  if (content.success) return content.data;
  throw new UsageError(
    `${kind} ${file} is no ${format}: ${firstIssue(content.error)}; \`asr schema ${kind}\` prints the format.`,
  );
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return "not valid";
  const path = issue.path.length === 0 ? "" : `${z.core.toDotPath(issue.path)}: `;
  return `${path}${issue.message}`;
}
