import { accessSync, constants, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { evidenceName, manifestName, manifestOf, type DrillEvidence } from "../../operations/drill";
import { renderDrillChunks, type DrillFormat } from "../../reports/drill/render";
import { UsageError } from "../faults";
import { makeFolder, writeOutput } from "../write-output";

const files: readonly (readonly [string, DrillFormat])[] = [
  [evidenceName, "json"],
  ["drill.md", "markdown"],
  ["drill.html", "html"],
  ["drill.junit.xml", "junit"],
];

/**
 * Makes the folder before anything is started: a drill takes hours, and its evidence cannot be made again.
 *
 * @throws UsageError when it cannot be written to, or when something is there already: evidence is never written over.
 */
export function demandFreeFolder(folder: string): void {
  let names: readonly string[];
  try {
    makeFolder(resolve(folder));
    accessSync(folder, constants.W_OK);
    names = readdirSync(folder);
  } catch (error) {
    throw new UsageError(`--output ${folder} is no folder that can be written to.`, { cause: error });
  }
  if (names.length === 0) return;
  throw new UsageError(`--output ${folder} is not empty: evidence is never written over, name a new folder.`);
}

/** Writes the evidence and, last, the hashes over it. @throws UsageError when a file cannot be written. */
export async function writeEvidence(evidence: DrillEvidence, folder: string): Promise<void> {
  const contents = new Map(
    files.map(([name, format]) => [
      name,
      Buffer.from([...renderDrillChunks(evidence, format)].join(""), "utf8"),
    ]),
  );
  for (const [name, content] of contents) await writeOutput([content.toString("utf8")], join(folder, name));
  const manifest = manifestOf(evidence.id, contents);
  await writeOutput([`${JSON.stringify(manifest, undefined, 2)}\n`], join(folder, manifestName));
}
