import { CORE_SCHEMA, load } from "js-yaml";
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
} from "yaml";
import { InputError } from "./input-error";
import type { SourceDocument, SourcePosition } from "./source-document";

/**
 * Values that aliases may unfold to. An inventory may repeat one operating system for thousands of machines;
 * aliases of aliases, which unfold exponentially, reach the bound at once.
 */
const mostAliases = 100_000;

/** What can mean an anchor, alias, tag, merge key, directive or complex key, on which YAML libraries differ. */
const notPlain = /[&*!?%]|<</;
/** Comments, where these characters mean nothing. */
const commentLines = /^[ \t]*#.*$/gm;

/**
 * The value of a YAML text without anchors, tags and the like: the library that knows lines and columns takes ten
 * times as long. Undefined for every other text, and for one with a fault, which the other library names.
 */
export function parsePlainYaml(text: string): { readonly value: unknown } | undefined {
  if (notPlain.test(text.replace(commentLines, ""))) return undefined;
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) };
  } catch {
    // Whatever is wrong, a nesting too deep for this library included.
    return undefined;
  }
}

export interface ParsedYaml {
  readonly value: () => unknown;
  readonly position: SourceDocument["position"];
}

/** @throws InputError with the place of the first fault. */
export function parseYaml(text: string, file: string | undefined): ParsedYaml {
  const lines = new LineCounter();
  const document = documentOf(text, lines, file);
  const at = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const problem = document.errors[0];
  if (problem !== undefined) {
    // The parser calls itself for every level, and reports where that ends.
    if (problem.message.includes("call stack")) throw tooDeep(file);
    throw new InputError(
      `The text is neither JSON nor YAML: ${problem.message.replace(/\.?$/, ".")}`,
      "Mend the text at this place.",
      { file, position: at(problem.pos[0]) },
    );
  }
  return {
    value: () => valueOf(document, file),
    position: (path, part = "value") => {
      const offset = offsetOf(document, path, part === "key");
      return offset === undefined ? undefined : at(offset);
    },
  };
}

function documentOf(text: string, lineCounter: LineCounter, file: string | undefined) {
  try {
    // Merge keys (<<) are YAML 1.1, and in wide use where many machines are alike.
    return parseDocument(text, { lineCounter, prettyErrors: false, merge: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw tooDeep(file);
  }
}

function tooDeep(file: string | undefined): InputError {
  return new InputError(
    "The document is nested too deeply to be read.",
    "Mend it: no document of this kind is.",
    {
      file,
    },
  );
}

function valueOf(document: Document, file: string | undefined): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases }) as unknown;
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(file);
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
}

/** Offset of the value at a path, or of its key, or of the nearest parent. */
function offsetOf(document: Document, path: readonly PropertyKey[], ofKey: boolean): number | undefined {
  let node: Node | null = document.contents;
  let offset = startOf(node);
  for (const [index, key] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    let child: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (ofKey && index === path.length - 1 && isNode(pair?.key)) return startOf(pair.key) ?? offset;
      child = pair?.value;
    } else if (isSeq(node)) child = node.items[Number(key)];
    if (!isNode(child)) return offset;
    node = child;
    offset = startOf(node) ?? offset;
  }
  return offset;
}

function startOf(node: Node | null): number | undefined {
  return node?.range?.[0];
}
