import { validateSource } from "../../landing-zone/schema-problems";
import { parseSourceDocument, type SourceDocument } from "../../landing-zone/source-document";
import { estateDocumentSchema, estateFormat, type EstateDocument } from "../document";
import type { OperatingSystem } from "../../limits/facts/machine";
import { canonicalOs } from "../guest-os";
import type { NoteCollector } from "../reading-note";
import { knownFacts } from "../known-facts";

/** Whether a parsed text claims to be an estate document, valid or not. */
export function isEstateDocument(source: SourceDocument): boolean {
  const value = source.value;
  return (
    typeof value === "object" &&
    value !== null &&
    "schema" in value &&
    typeof value.schema === "string" &&
    value.schema.startsWith(estateFormat)
  );
}

/**
 * An estate document. Keys it does not know are noted and left out.
 *
 * @throws InputError with line, column and path where a value has the wrong type.
 */
export function readEstateDocument(source: SourceDocument, notes: NoteCollector): EstateDocument {
  const { value, unknownKeys } = knownFacts(estateDocumentSchema, source.value);
  const document: EstateDocument = validateSource(
    { ...source, value },
    estateDocumentSchema,
    "Mend it; `asr schema estate` prints the schema.",
  );
  for (const [path, count] of unknownKeys) {
    notes.warning(`The key is unknown and ignored${count > 1 ? ` (${count} times)` : ""}.`, {
      file: source.file,
      path,
    });
  }
  return withCanonicalNames(document);
}

function withCanonicalNames(document: EstateDocument): EstateDocument {
  const { configurationServer, appliance } = document;
  return {
    ...document,
    ...(configurationServer === undefined
      ? {}
      : { configurationServer: withCanonicalOs(configurationServer) }),
    ...(appliance === undefined ? {} : { appliance: withCanonicalOs(appliance) }),
    machines: document.machines.map(withCanonicalOs),
  };
}

function withCanonicalOs<T extends { readonly os?: OperatingSystem }>(computer: T): T {
  return computer.os === undefined
    ? computer
    : { ...computer, os: { ...computer.os, ...canonicalOs(computer.os) } };
}

/** Parses and reads in one step. @throws InputError when the text is no estate document. */
export function parseEstateDocument(text: string, notes: NoteCollector, file?: string): EstateDocument {
  return readEstateDocument(parseSourceDocument(text, file), notes);
}
