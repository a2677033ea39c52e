import type { z } from "zod";
import { nearest } from "../limits/nearest";
import { InputError, quoted, type InputPlace } from "./input-error";
import { knownKeys } from "./known-keys";
import { pathText, type DocumentPart, type SourceDocument } from "./source-document";

/** A problem that a schema or a check found, at the most specific place that can be named. */
export interface DocumentProblem {
  readonly path: readonly PropertyKey[];
  /** A sentence with its full stop. */
  readonly message: string;
  /** What of the place is wrong; the value where absent. */
  readonly part?: DocumentPart;
}

/** A document that does not fit, with everything that is wrong; the message is about the first problem. */
export class DocumentError extends InputError {
  constructor(
    readonly source: SourceDocument,
    readonly problems: readonly DocumentProblem[],
    remedy: string,
  ) {
    const first = problems[0] ?? { path: [], message: "The document does not fit its schema." };
    const further = problems.length - 1;
    super(
      first.message + (further > 0 ? ` (${further} more ${further === 1 ? "problem" : "problems"})` : ""),
      remedy,
      problemPlace(source, first),
    );
  }
}

/** Where a problem lies: file, line, column and path. */
export function problemPlace(source: SourceDocument, { path, part }: DocumentProblem): InputPlace {
  return { file: source.file, position: source.position(path, part), path: pathText(path) };
}

/**
 * Problems of a validation, one an issue. Of a union (a thing is new or existing) the branch is reported
 * that the value was meant for: the one with the fewest problems.
 */
export function schemaProblems(error: z.ZodError, schema: z.core.$ZodType): DocumentProblem[] {
  const problems = flatten(error.issues, [], schema);
  // A misspelt key usually explains the others.
  return [...problems.filter(isUnknownKey), ...problems.filter((problem) => !isUnknownKey(problem))];
}

function isUnknownKey({ part }: DocumentProblem): boolean {
  return part === "key";
}

function flatten(
  issues: readonly z.core.$ZodIssue[],
  base: readonly PropertyKey[],
  schema: z.core.$ZodType,
): DocumentProblem[] {
  return issues.flatMap((issue): DocumentProblem[] => {
    const path = [...base, ...issue.path];
    if (issue.code === "invalid_union" && issue.errors.length > 0) {
      const branches = issue.errors.map((branch) => flatten(branch, path, schema));
      return branches.reduce((best, branch) => (branch.length < best.length ? branch : best));
    }
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: unknownKeyText(key, knownKeys(schema, path)),
        part: "key" as const,
      }));
    }
    if (issue.code === "invalid_key") {
      const reason = issue.issues[0]?.message ?? issue.message;
      return [{ path, message: reason.replace(/[.:]?$/, "."), part: "key" as const }];
    }
    if (issue.input === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value")) {
      return [
        { path, message: `The key is missing: ${issue.message.replace(/^.*?expected /, "expected ")}.` },
      ];
    }
    return [{ path, message: issue.message.replace(/[.:]?$/, ".") }];
  });
}

function unknownKeyText(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  const hint =
    meant !== undefined
      ? ` Did you mean ${meant}?`
      : known.length > 0
        ? ` Known here are ${known.join(", ")}.`
        : "";
  return `Unknown key ${quoted(key)}.${hint}`;
}

/**
 * The document checked against a schema.
 *
 * @throws DocumentError for what does not fit.
 */
export function validateSource<T>(source: SourceDocument, schema: z.ZodType<T>, remedy: string): T {
  const parsed = schema.safeParse(source.value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new DocumentError(source, schemaProblems(parsed.error, schema), remedy);
}
