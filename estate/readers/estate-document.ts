import { parseSourceDocument, validateSource, type SourceDocument } from "../../landing-zone/source-document";
import { estateDocumentSchema, estateVersion, type EstateDocument } from "../document";
import type { NoteCollector } from "../reading-note";
import { unknownKeys } from "../unknown-keys";

/** Facts for which null says something: known to be none. Everywhere else null means "not known". */
const nullIsKnown = new Set(["servicePack", "edition", "multiVmGroup", "encrypted"]);

/** Whether a parsed text claims to be an estate document, valid or not. */
export function isEstateDocument(source: SourceDocument): boolean {
  const value = source.value;
  return (
    typeof value === "object" &&
    value !== null &&
    "schema" in value &&
    typeof value.schema === "string" &&
    value.schema.startsWith(estateVersion.slice(0, estateVersion.indexOf("/")))
  );
}

/**
 * An estate document. Keys it does not know are noted and left out.
 *
 * @throws InputError with line, column and path where a value has the wrong type.
 */
export function readEstateDocument(source: SourceDocument, notes: NoteCollector): EstateDocument {
  const known = { ...source, value: withoutUnknown(source.value) };
  const document: EstateDocument = validateSource(
    known,
    estateDocumentSchema,
    "Mend it; `asr schema estate` prints the schema.",
  );
  for (const [path, count] of unknownKeys(estateDocumentSchema, known.value)) {
    notes.warning(`The key is unknown and ignored${count > 1 ? ` (${count} times)` : ""}.`, {
      file: source.file,
      path,
    });
  }
  return document;
}

/** Parses and reads in one step. @throws InputError when the text is no estate document. */
export function parseEstateDocument(text: string, notes: NoteCollector, file?: string): EstateDocument {
  return readEstateDocument(parseSourceDocument(text, file), notes);
}

/** A copy without the keys whose value is null, which means that the fact is not known. */
function withoutUnknown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUnknown);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, child]) => child !== null || nullIsKnown.has(key))
      .map(([key, child]) => [key, withoutUnknown(child)]),
  );
}
