import { memberCount, nestingOf, valueMembers } from "./document-shape";
import { InputError } from "./input-error";
import { parsePlainYaml, parseYaml } from "./parse-yaml";

/** A parsed JSON or YAML text whose values can be traced back to their place in it. */
export interface SourceDocument {
  readonly file?: string;
  readonly value: unknown;
  /** Place of the value at a path (`key`: of its key), or of the nearest parent that exists. */
  readonly position: (path: readonly PropertyKey[], part?: DocumentPart) => SourcePosition | undefined;
}

export type DocumentPart = "key" | "value";

export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** Levels that a document may nest. No document here needs a tenth; what is deeper is an attack or an accident. */
const mostLevels = 100;

/**
 * Parses a JSON or YAML 1.2 text.
 *
 * @throws InputError with line and column when the text is neither, names a key twice or nests without end.
 */
export function parseSourceDocument(text: string, file?: string): SourceDocument {
  if (text.trim() === "") {
    throw new InputError("The file is empty.", "Give a file that has content.", { file });
  }
  const source = parsed(text, file);
  if (nestingOf(source.value, mostLevels) > mostLevels) {
    throw new InputError(
      `The document is nested deeper than ${mostLevels} levels.`,
      "Mend it: no document of this kind is.",
      { file },
    );
  }
  return source;
}

function parsed(text: string, file: string | undefined): SourceDocument {
  // Parsed when a place is asked for: most documents have nothing wrong with them.
  const position: SourceDocument["position"] = (path, part) => {
    exact ??= parseYaml(text, file);
    return exact.position(path, part);
  };
  let exact: ReturnType<typeof parseYaml> | undefined;
  // JSON.parse is far faster than a YAML parser, and large inventories come as JSON.
  if (/^\s*[[{]/.test(text)) {
    try {
      const value: unknown = JSON.parse(text);
      // Of a key that occurs twice, JSON.parse keeps the last without a word: the YAML parser names it.
      if (nestingOf(value, mostLevels) > mostLevels || valueMembers(value) === memberCount(text)) {
        return { file, value, position };
      }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      // A YAML flow mapping starts with the same characters: let the YAML parser have the last word.
    }
  } else {
    const plain = parsePlainYaml(text);
    if (plain !== undefined) return { file, value: plain.value, position };
  }
  exact = parseYaml(text, file);
  return { file, value: exact.value(), position };
}

/** `machines.db01.disks[0].sizeGiB`; undefined for the document itself. */
export function pathText(path: readonly PropertyKey[]): string | undefined {
  if (path.length === 0) return undefined;
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`))
    .join("");
}
