import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { InputError, quoted } from "./input-error";

/** A parsed JSON or YAML text whose values can be traced back to their place in it. */
export interface SourceDocument {
  readonly file?: string;
  readonly value: unknown;
  /** Place of the value at a path, or of the nearest parent that exists. */
  readonly position: (path: readonly PropertyKey[]) => SourcePosition | undefined;
}

export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/**
 * Parses a JSON or YAML 1.2 text.
 *
 * @throws InputError with line and column when the text is neither.
 */
export function parseSourceDocument(text: string, file?: string): SourceDocument {
  if (text.trim() === "") {
    throw new InputError("The file is empty.", "Give a file that has content.", { file });
  }
  // JSON.parse is far faster than a YAML parser, and large inventories come as JSON.
  if (/^\s*[[{]/.test(text)) {
    try {
      const value: unknown = JSON.parse(text);
      return { file, value, position: (path) => parseYaml(text, file).position(path) };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      // A YAML flow mapping starts with the same characters: let the YAML parser have the last word.
    }
  }
  const yaml = parseYaml(text, file);
  return { file, value: yaml.value(), position: yaml.position };
}

/**
 * Values that aliases may unfold to. An inventory may repeat one operating system for thousands of machines;
 * aliases of aliases, which unfold exponentially, reach the bound at once.
 */
const mostAliases = 100_000;

interface ParsedYaml {
  readonly value: () => unknown;
  readonly position: SourceDocument["position"];
}

function parseYaml(text: string, file: string | undefined): ParsedYaml {
  const lines = new LineCounter();
  // Merge keys (<<) are YAML 1.1, and in wide use where many machines are alike.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
  const at = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const problem = document.errors[0];
  if (problem !== undefined) {
    throw new InputError(
      `The text is neither JSON nor YAML: ${problem.message.replace(/\.?$/, ".")}`,
      "Mend the text at this place.",
      { file, position: at(problem.pos[0]) },
    );
  }
  return {
    value: () => {
      try {
        return document.toJS({ maxAliasCount: mostAliases }) as unknown;
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        const problem = error.message.replace(/\.?$/, ".");
        // The parser refuses documents whose aliases would unfold to an excessive size.
        if (error instanceof ReferenceError) {
          throw new InputError(
            `The aliases (*name) of the document cannot be resolved: ${problem}`,
            "Write the values out instead.",
            { file },
          );
        }
        if (!/merge/i.test(problem)) throw error;
        throw new InputError(
          `A merge key (<<) of the document cannot be resolved: ${problem}`,
          "Give it the alias of a mapping (<<: *name), or a list of such aliases.",
          { file },
        );
      }
    },
    position: (path) => {
      for (let length = path.length; length >= 0; length -= 1) {
        const node: unknown =
          length === 0 ? document.contents : document.getIn(path.slice(0, length).map(keyOf), true);
        const offset = (node as { range?: readonly number[] } | null | undefined)?.range?.[0];
        if (offset !== undefined) return at(offset);
      }
      return undefined;
    },
  };
}

function keyOf(key: PropertyKey): string | number {
  return typeof key === "number" ? key : String(key);
}

/** A problem that a schema found, at the most specific place that can be named. */
export interface SchemaProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * Problems of a validation, one an issue. Of a union (a thing is new or existing) the branch is reported
 * that the value was meant for: the one with the fewest problems.
 */
export function schemaProblems(error: z.ZodError): SchemaProblem[] {
  const problems = flatten(error.issues, []);
  // A misspelt key usually explains the others.
  return [...problems.filter(isUnknownKey), ...problems.filter((problem) => !isUnknownKey(problem))];
}

const unknownKey = "Unknown key";

function isUnknownKey(problem: SchemaProblem): boolean {
  return problem.message.startsWith(unknownKey);
}

function flatten(issues: readonly z.core.$ZodIssue[], base: readonly PropertyKey[]): SchemaProblem[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (issue.code === "invalid_union" && issue.errors.length > 0) {
      const branches = issue.errors.map((branch) => flatten(branch, path));
      return branches.reduce((best, branch) => (branch.length < best.length ? branch : best));
    }
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: [...path, key], message: `${unknownKey} ${quoted(key)}.` }));
    }
    if (issue.input === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value")) {
      return [
        { path, message: `The key is missing: ${issue.message.replace(/^.*?expected /, "expected ")}.` },
      ];
    }
    return [{ path, message: issue.message.replace(/[.:]?$/, ".") }];
  });
}

/**
 * The document checked against a schema.
 *
 * @throws InputError for the first problem, with its place and the number of further ones.
 */
export function validateSource<T>(source: SourceDocument, schema: z.ZodType<T>, remedy: string): T {
  const parsed = schema.safeParse(source.value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const problems = schemaProblems(parsed.error);
  const first = problems[0] ?? { path: [], message: "The document does not fit its schema." };
  const further = problems.length - 1;
  throw new InputError(
    first.message + (further > 0 ? ` (${further} more ${further === 1 ? "problem" : "problems"})` : ""),
    remedy,
    { file: source.file, position: source.position(first.path), path: pathText(first.path) },
  );
}

/** `machines.db01.disks[0].sizeGiB`; undefined for the document itself. */
export function pathText(path: readonly PropertyKey[]): string | undefined {
  if (path.length === 0) return undefined;
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`))
    .join("");
}
