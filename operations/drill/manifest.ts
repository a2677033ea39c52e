import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DrillInputError } from "./drill-input-error";

/** Name of the file that holds the hashes of all others in a folder of evidence. */
export const manifestName = "manifest.json";

const manifestSchema = z.strictObject({
  schema: z.literal("asr-drill-manifest/1"),
  drillId: z.string(),
  files: z.array(
    z.strictObject({
      name: z.string(),
      bytes: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** The hashes of files by name. @param files their content. */
export function manifestOf(drillId: string, files: ReadonlyMap<string, Buffer>): Manifest {
  return {
    schema: "asr-drill-manifest/1",
    drillId,
    files: [...files].map(([name, content]) => ({ name, bytes: content.length, sha256: sha256(content) })),
  };
}

/** What is not as it was when the evidence was written. */
export interface Change {
  readonly file: string;
  readonly change: "content" | "missing" | "added" | "unreadable";
}

export interface Verification {
  readonly drillId: string;
  readonly files: number;
  readonly changes: readonly Change[];
  /** SHA-256 of the manifest itself: kept elsewhere, it shows a manifest that was written anew. */
  readonly manifestSha256: string;
}

/**
 * Compares a folder of evidence with its manifest.
 *
 * @throws DrillInputError when there is no manifest, or it is none.
 */
export function verifyEvidence(folder: string): Verification {
  const file = join(folder, manifestName);
  let text: Buffer;
  try {
    text = readFileSync(file);
  } catch {
    throw new DrillInputError(
      `${folder} holds no ${manifestName}: name a folder that asr drill --output has written.`,
    );
  }
  const manifest = parseManifest(text, file);
  const expected = new Map(manifest.files.map((entry) => [entry.name, entry.sha256]));
  const present = filesOf(folder).filter((name) => name !== manifestName);
  const changes: Change[] = present
    .filter((name) => !expected.has(name))
    .map((name) => ({ file: name, change: "added" }));
  for (const [name, hash] of expected) {
    if (!present.includes(name)) {
      changes.push({ file: name, change: "missing" });
      continue;
    }
    try {
      // A link could show another file tomorrow.
      const isFile = lstatSync(join(folder, name)).isFile();
      if (!isFile || sha256(readFileSync(join(folder, name))) !== hash)
        changes.push({ file: name, change: "content" });
    } catch {
      changes.push({ file: name, change: "unreadable" });
    }
  }
  return { drillId: manifest.drillId, files: expected.size, changes, manifestSha256: sha256(text) };
}

function parseManifest(text: Buffer, file: string): Manifest {
  let read: unknown;
  try {
    read = JSON.parse(text.toString("utf8"));
  } catch {
    throw new DrillInputError(`${file} is no JSON: the evidence was changed, or it is none.`);
  }
  const { success, data } = manifestSchema.safeParse(read);
  if (!success) throw new DrillInputError(`${file} is no manifest of a drill (asr-drill-manifest/1).`);
  return data;
}

/** Everything below a folder, by path with forward slashes. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "/").length).replaceAll("\\", "/"));
}

function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
