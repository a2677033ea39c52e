import { readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { decodeText } from "./decode-text";
import { landingZoneSchema, type LandingZone } from "./document";
import { InputError } from "./input-error";
import { parseSourceDocument, validateSource } from "./source-document";

const remedy = "Mend it; `asr schema landing-zone` prints the schema.";

/**
 * A landing-zone document from a YAML or JSON file.
 *
 * @throws InputError with file, line, column and property path.
 */
export async function readLandingZone(file: string): Promise<LandingZone> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw unreadable(file, error);
  }
  return parseLandingZone(decodeText(bytes, file), file);
}

/** Like {@link readLandingZone}, for programs that must know their resources before the first await. */
export function readLandingZoneSync(file: string): LandingZone {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
  return parseLandingZone(decodeText(bytes, file), file);
}

/** @throws InputError when the text is not a landing-zone document. */
export function parseLandingZone(text: string, file?: string): LandingZone {
  return validateSource(parseSourceDocument(text, file), landingZoneSchema, remedy);
}

function unreadable(file: string, error: unknown): InputError {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
  return new InputError(
    code === "ENOENT" ? "The file does not exist." : `The file cannot be read (${code}).`,
    "Give the path of a landing-zone document, such as one written by `asr plan`.",
    { file },
    { cause: error },
  );
}
