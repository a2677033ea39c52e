// A fingerprint of files by names, sizes and times: a few milliseconds, where reading them all would take a hundred.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.mjs";

const skipped = new Set(["node_modules", "dist", "out", "coverage", ".git"]);

/** The stamp of these folders, with all files below them that count by name, and files; what is absent counts as absent. */
export function stampOf(folders, files = [], counts = () => true) {
  const hash = createHash("sha256");
  for (const folder of folders) walk(join(root, folder), hash, counts);
  for (const file of files) add(join(root, file), hash);
  return `${hash.digest("hex")}\n`;
}

function walk(folder, hash, counts) {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) walk(path, hash, counts);
    } else if (counts(entry.name)) add(path, hash);
  }
}

function add(file, hash) {
  const status = statSync(file, { throwIfNoEntry: false });
  hash.update(`${file}\0${status?.size}\0${status?.mtimeMs}\n`);
}
