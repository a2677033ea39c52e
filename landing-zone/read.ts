import { readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { decodeText } from "./decode-text";
import { documentProblems, landingZoneObject, type LandingZone } from "./document";
import { InputError } from "./input-error";
import { DocumentError, validateSource, type DocumentProblem } from "./schema-problems";
import { parseSourceDocument, type SourceDocument } from "./source-document";

export const landingZoneRemedy = "Mend it; `asr schema landing-zone` prints the schema.";

/** A document of the right form, with what is wrong with it all the same. */
export interface OpenedLandingZone {
  readonly zone: LandingZone;
  readonly source: SourceDocument;
  readonly problems: readonly DocumentProblem[];
}

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

/**
 * Like {@link readLandingZone}, for programs that must know their resources before the first await, and that have
 * more to say about the document.
 */
export function openLandingZone(file: string): OpenedLandingZone {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
  return openLandingZoneText(decodeText(bytes, file), file);
}

/** @throws InputError when the text does not have the form of a landing-zone document. */
export function openLandingZoneText(text: string, file?: string): OpenedLandingZone {
  const source = parseSourceDocument(text, file);
  refuseLostKeys(source);
  const zone: LandingZone = validateSource(source, landingZoneObject, landingZoneRemedy);
  return { zone, source, problems: documentProblems(zone) };
}

/** A machine or tag of this name would be gone without a word: JavaScript means something else by it. */
function refuseLostKeys(source: SourceDocument): void {
  for (const key of ["machines", "tags"]) {
    const map: unknown = (source.value as Readonly<Record<string, unknown>> | null)?.[key];
    if (typeof map !== "object" || map === null || !Object.hasOwn(map, lostKey)) continue;
    const problem = { path: [key, lostKey], message: `${lostKey} cannot be a name.`, part: "key" as const };
    throw new DocumentError(source, [problem], "Name it otherwise.");
  }
}

const lostKey = "__proto__";

/** @throws InputError when the text is not a landing-zone document. */
export function parseLandingZone(text: string, file?: string): LandingZone {
  const { zone, source, problems } = openLandingZoneText(text, file);
  if (problems.length > 0) throw new DocumentError(source, problems, landingZoneRemedy);
  return zone;
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
