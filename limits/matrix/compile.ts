import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readMatrix } from "./read";

/** Validates the YAML files of `folder` and writes them as one JSON file, replacing it in one step. */
export function compileMatrix(folder: string, file: string): number {
  const limits = readMatrix(folder);
  mkdirSync(dirname(file), { recursive: true });
  const temporary = join(dirname(file), `.matrix-${process.pid}.json`);
  writeFileSync(temporary, JSON.stringify(limits));
  renameSync(temporary, file);
  return limits.length;
}
