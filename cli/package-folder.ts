import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** Root of this package: the nearest folder above with a package.json, from source and from `dist/` alike. */
export function packageFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json above ${__dirname}.`);
    folder = parent;
  }
  return folder;
}
