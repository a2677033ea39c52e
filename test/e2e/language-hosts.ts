import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { resolveEngine } from "../../tools/engine/resolve.mjs";
import { cacheFolder } from "../../tools/setup/places.mjs";

/** Folder of a language host: where the engine is, in the cache, or on PATH; undefined where there is none. */
export function languageHostFolder(language: string): string | undefined {
  const path = resolveEngine()?.environment["PATH"] ?? "";
  const folders = [...path.split(delimiter), join(cacheFolder(), "engine", "language-hosts")];
  return folders.find((folder) => isExecutable(join(folder, `pulumi-language-${language}`)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
