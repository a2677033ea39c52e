import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { resolveEngine } from "../../tools/engine/resolve.mjs";

/** Folder of a language host, beside the engine or on PATH; undefined where there is none. */
export function languageHostFolder(language: string): string | undefined {
  const path = resolveEngine()?.environment["PATH"] ?? "";
  return path.split(delimiter).find((folder) => isExecutable(join(folder, `pulumi-language-${language}`)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
