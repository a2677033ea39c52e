import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { decodeText } from "../../landing-zone/decode-text";
import { InputError } from "../../landing-zone/input-error";
import { validateSource } from "../../landing-zone/schema-problems";
import { parseSourceDocument } from "../../landing-zone/source-document";

/**
 * Text of a file that a command of Azure printed; PowerShell writes it as UTF-16.
 *
 * @throws InputError when the file cannot be read.
 */
export async function readTextFile(file: string, remedy: string): Promise<string> {
  try {
    return decodeText(await readFile(file), file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code = "unknown error" } = error as NodeJS.ErrnoException;
    throw new InputError(`The file cannot be read (${code}).`, remedy, { file }, { cause: error });
  }
}

/**
 * A JSON text checked against a schema.
 *
 * @throws InputError naming the place of the first problem.
 */
export function parseJsonText<T>(text: string, file: string, schema: z.ZodType<T>, remedy: string): T {
  return validateSource(parseSourceDocument(text, file), schema, remedy);
}
