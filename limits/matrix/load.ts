import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Limit } from "./schema";

/**
 * The build validates the YAML files and stores them as one JSON file, so that a policy pack starts
 * without parsing YAML. Beside this module in the built package; in `dist/` when run from source.
 */
const compiledFiles = [
  join(__dirname, "matrix.json"),
  join(__dirname, "..", "..", "dist", "limits", "matrix", "matrix.json"),
];

let loaded: readonly Limit[] | undefined;

/** All limits of all editions, in the order of the matrix files. */
export function loadMatrix(): readonly Limit[] {
  if (loaded === undefined) {
    const file = compiledFiles.find((candidate) => existsSync(candidate));
    if (file === undefined) throw new Error("limits/matrix is not compiled: run `npm run build`.");
    loaded = JSON.parse(readFileSync(file, "utf8")) as Limit[];
  }
  return loaded;
}
