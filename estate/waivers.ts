import { readFile } from "node:fs/promises";
import { z } from "zod";
import { decodeText } from "../landing-zone/decode-text";
import { InputError } from "../landing-zone/input-error";
import { validateSource } from "../landing-zone/schema-problems";
import { parseSourceDocument } from "../landing-zone/source-document";
import { allRules } from "../limits/rules/registry.gen";
import { waiverSchema, type Waiver } from "../limits/waivers";

/** Version of the waivers file. */
export const waiversVersion = "asr-waivers/1";

const waiverListSchema = z.array(waiverSchema);
const waiverDocumentSchema = z.strictObject({ schema: z.literal(waiversVersion), waivers: waiverListSchema });

/** The file: a list of waivers, or the same under the key `waivers`. */
export const waiversSchema = z.union([waiverListSchema, waiverDocumentSchema]);

const remedy = "Mend it; `asr schema waivers` prints the schema.";

/**
 * The waivers of a YAML or JSON file.
 *
 * @throws InputError when the file does not fit, or names a rule that does not exist.
 */
export async function readWaivers(file: string): Promise<readonly Waiver[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new InputError(
      `The waivers cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown error"}).`,
      "Give the path of a waivers file.",
      { file },
      { cause: error },
    );
  }
  return parseWaivers(decodeText(bytes, file), file);
}

/** @throws InputError when the text is no waivers file. */
export function parseWaivers(text: string, file?: string): readonly Waiver[] {
  const source = parseSourceDocument(text, file);
  // By one of the forms, not by their union: an error in a list is not told as "expected object".
  const isList = Array.isArray(source.value);
  const waivers = isList
    ? validateSource(source, waiverListSchema, remedy)
    : validateSource(source, waiverDocumentSchema, remedy).waivers;
  const base = isList ? [] : ["waivers"];
  const known = new Set(allRules.flatMap(({ name, ref }) => [name, ref.toLowerCase()]));
  waivers.forEach(({ rule }, index) => {
    if (known.has(rule.toLowerCase())) return;
    throw new InputError(
      `There is no rule "${rule}".`,
      "Name a rule as findings do (`asr limits` lists them).",
      { file, position: source.position([...base, index, "rule"]), path: `[${index}].rule` },
    );
  });
  return waivers;
}
